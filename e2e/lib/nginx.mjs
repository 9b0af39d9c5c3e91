// A real nginx with the configuration that ships, on a free port of this machine.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Serves `folder`; `stop` and `start` pull the network's plug and put it back. */
export async function nginx(folder) {
  const place = mkdtempSync(join(tmpdir(), "calliope-nginx-"));
  const port = await freePort();
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  // The three lines that its owner adapts.
  const adapted = shipped
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("server_name audit.example;", "server_name localhost;")
    .replace("root /srv/calliope;", `root ${resolve(folder)};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((what) => `${what}_temp_path ${place}/${what};`).join(" ");
  writeFileSync(
    join(place, "nginx.conf"),
    `load_module ${BROTLI};\nuser root;\nworker_processes 2;\ndaemon off;\npid ${place}/pid;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\nsendfile on;\naccess_log off;\nerror_log ${place}/error.log;\n${temporary}\n${adapted}\n}\n`,
  );
  // A test that fails before it closes leaves no server behind.
  process.on("exit", () => server?.kill());
  const url = `http://127.0.0.1:${port}/`;
  let server;
  const start = async () => {
    server = spawn("/usr/sbin/nginx", ["-p", place, "-c", join(place, "nginx.conf"), "-e", join(place, "error.log")], { stdio: ["ignore", "inherit", "inherit"] });
    for (let tries = 0; tries < 100; tries += 1) {
      if (await fetch(url, { method: "HEAD" }).then(() => true, () => false)) return;
      if (server.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`nginx does not answer: ${readFileSync(join(place, "error.log"), "utf8")}`);
  };
  const stop = () => new Promise((done) => {
    if (server.exitCode !== null) return done();
    server.once("exit", done);
    server.kill("SIGTERM");
  });
  await start();
  return { url, start, stop, close: () => stop().then(() => rmSync(place, { recursive: true })) };
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
