// The load that one nginx takes with the configuration that ships: wrk, from a second process on the same machine.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { nginx } from "../e2e/lib/nginx.mjs";

const DIST = "dist";
const wasm = readdirSync(DIST).find((file) => /^calliope-.*\.wasm$/.test(file));
const server = await nginx(DIST);
const etag = (await fetch(server.url, { method: "HEAD", headers: { "accept-encoding": "br" } })).headers.get("etag");
const br = ["-H", "Accept-Encoding: br"];
const asked = [
  ["the page", "", br],
  ["the page, unchanged (304)", "", [...br, "-H", `If-None-Match: ${etag}`]],
  ["`boot.js`", "boot.js", br],
  ["the first module", wasm, br],
  ["a missing file (404)", "missing.js", br],
];

console.log("| asked for | requests a second | bytes a second | p99 | errors |\n|---|---|---|---|---|");
for (const [what, path, headers] of asked) {
  const printed = execFileSync("/usr/bin/wrk", ["-t1", "-c64", "-d5s", "--latency", ...headers, server.url + path], { encoding: "utf8" });
  const read = (pattern) => printed.match(pattern)?.[1];
  const errors = printed.match(/Socket errors: (.*)/)?.[1] ?? "none";
  const bytes = read(/Transfer\/sec:\s+([\d.]+\w+)/);
  console.log(`| ${what} | ${Math.round(Number(read(/Requests\/sec:\s+([\d.]+)/)))} | ${bytes.replace(/([KMG]?)B$/, " $1B")} | ${read(/99%\s+(\S+)/)} | ${errors} |`);
}
await server.close();
