// Bundles the page on publicodes into a folder, as small as it gets. Usage: node bundle.mjs FOLDER
import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const [folder] = process.argv.slice(2);
const rules = {
  name: "rules",
  setup(bundle) {
    bundle.onResolve({ filter: /^rules$/ }, () => ({ path: here("rules.yaml"), namespace: "rules" }));
    bundle.onLoad({ filter: /./, namespace: "rules" }, ({ path }) => ({ contents: JSON.stringify(parse(readFileSync(path, "utf8"))), loader: "json" }));
  },
};
await build({ entryPoints: [here("page/page.js")], bundle: true, minify: true, format: "esm", target: "es2022", outfile: `${folder}/page.js`, plugins: [rules] });
cpSync(here("page/index.html"), `${folder}/index.html`);
