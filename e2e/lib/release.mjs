// Copies of the built site, and releases after it.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const DIST = "dist";
const HASHED = /-([0-9a-f]{16})(_bg)?\.(css|js|wasm)(\.(br|gz))?$/;

/** A folder of its own with the built site in it, under `path`. */
export function copy(path = "") {
  const root = mkdtempSync(join(tmpdir(), "calliope-site-"));
  const folder = join(root, path);
  cpSync(DIST, folder, { recursive: true });
  return { root, folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Makes the site in `folder` the next release, as a deployment does: other names, another page, another list. What the
 * earlier one alone had goes away, or stays with `keep`. */
export function deploy(folder, { keep = false, only = () => true } = {}) {
  const names = readdirSync(folder);
  const hashes = [...new Set(names.map((name) => name.match(HASHED)?.[1]).filter(Boolean))];
  const next = (text) => hashes.reduce((changed, hash) => changed.replaceAll(hash, [...hash].reverse().join("")), text);
  for (const name of names.filter((name) => HASHED.test(name))) {
    if (keep) cpSync(join(folder, name), join(folder, next(name)));
    else if (only(name)) renameSync(join(folder, name), join(folder, next(name)));
    else rmSync(join(folder, name));
  }
  const page = next(readFileSync(join(folder, "index.html"), "utf8")).replace("<title>", "<title>2 · ");
  write(folder, "index.html", page);
  const digest = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const list = next(readFileSync(join(folder, "sw.js"), "utf8"));
  write(folder, "sw.js", list.replace(/"\.\/": "[^"]+"/, `"./": "${digest(page)}"`).replace("} ", "} 2 "));
}

/** Files that are written anew have no compressed copy here: nginx would go on sending the old one. */
function write(folder, name, text) {
  writeFileSync(join(folder, name), text);
  for (const ending of [".br", ".gz"]) rmSync(join(folder, name + ending), { force: true });
}
