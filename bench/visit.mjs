// A visit on a cheap phone, beside its peers in the same run: a bare Leptos counter, the floor of the framework; the same
// durations and prices on publicodes in a page of plain DOM, the floor of a JavaScript engine; and the limit of the wire.
// Prints a table in Markdown, then one line of JSON with the ratios.
// Usage: node visit.mjs COUNTER PUBLICODES [RUNS], two folders with those pages built; the site is that of dist/.
import { host } from "../e2e/lib/host.mjs";
import { nginx } from "../e2e/lib/nginx.mjs";
import { DOWN, LATENCY, close, firstVisit, median, phone, untilReady } from "./phone.mjs";

const [counter, publicodes, runs] = process.argv.slice(2);
const RUNS = Number(runs ?? 9);

/** Types an amount as people do: what a pause hides shows. */
async function type({ page, step, paints }, digits) {
  await page.locator("#turnover").selectText();
  await paints("input");
  for (const digit of digits) await step("a digit of the turnover", () => page.keyboard.press(digit));
  return paints("input");
}

/** What people do on the site. */
async function onTheSite(visit) {
  const { page, step } = visit;
  const keys = await type(visit, "1234567");
  for (const name of ["Bilans de compétences", "Formation par apprentissage"]) await step("a category", () => page.getByText(name, { exact: true }).first().click());
  await step("an explanation", () => page.getByTestId("days-initial").click());
  await step("another view, from another module", () => page.getByRole("link", { name: "Indicateurs", exact: true }).click());
  await page.locator(".criterion").first().waitFor();
  await page.waitForTimeout(1000);
  await page.locator("#search").focus();
  for (const letter of "sous") await step("a letter of the search", () => page.keyboard.press(letter));
  await step("the language", () => page.locator("#language").click());
  await step("another view", () => page.getByRole("link", { name: "Calendar", exact: true }).click());
  return keys;
}

async function onTheCounter({ page, step, paints }) {
  for (let turn = 0; turn < 7; turn += 1) await step("a click", () => page.locator("#add").click());
  return paints("click");
}

async function onPublicodes(visit) {
  const { page, step } = visit;
  const keys = await type(visit, "1234567");
  for (const code of ["BC", "CFA"]) await step("a category", () => page.locator(`#${code}`).click());
  return keys;
}

/** The same device again, which keeps the site. */
async function secondVisit(url) {
  const { page, slow, leave } = await phone({ keeps: true, fast: true });
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await slow();
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  const ready = await untilReady(page);
  await leave();
  return { ready };
}

/** The tag on a partner's page, from the load of that page. */
async function embedded(url) {
  const partner = await host(`<script src="${url}embed.js" async></script><calliope-quote view="devis" lang="fr"></calliope-quote>`);
  const { page, leave } = await phone();
  await page.addInitScript(() => {
    let loaded = 0;
    addEventListener("load", () => { loaded = performance.now(); });
    document.addEventListener("calliope:ready", () => { window.framed = performance.now() - loaded; });
  });
  await page.goto(partner.url);
  await page.waitForFunction(() => window.framed);
  const ready = await page.evaluate(() => window.framed);
  await leave();
  partner.close();
  return { ready };
}

const servers = { site: await nginx("dist"), counter: await nginx(counter), publicodes: await nginx(publicodes) };
const visits = {
  site: () => firstVisit(servers.site.url, onTheSite),
  counter: () => firstVisit(servers.counter.url, onTheCounter),
  publicodes: () => firstVisit(servers.publicodes.url, onPublicodes),
  second: () => secondVisit(servers.site.url),
  embed: () => embedded(servers.site.url),
};
const measured = Object.fromEntries(Object.keys(visits).map((name) => [name, []]));
// In turn, so that what else the machine does falls on each alike.
for (let run = 0; run < RUNS; run += 1) for (const [name, visit] of Object.entries(visits)) measured[name].push(await visit());

// The page, then what it names, then what that names: a round trip each; and the bytes at the speed of the wire.
const IN_A_ROW = { site: 3, counter: 2, publicodes: 2 };
for (const [name, trips] of Object.entries(IN_A_ROW)) {
  for (const run of measured[name]) run.limit = trips * LATENCY + (run.bytes / DOWN) * 1000;
}

const all = (name, pick) => measured[name].map(pick);
const told = (values, digits) => {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return least === most ? middle : `${middle} (${least}–${most})`;
};
const row = (what, goal, pick, digits) => [what, goal, ...["site", "counter", "publicodes"].map((name) => told(all(name, pick), digits))];
const alone = (what, goal, name, pick, digits) => [what, goal, told(all(name, pick), digits), "", ""];
const kilobytes = (type) => (run) => (run.types[type] ?? 0) / 1000;
const rows = [
  row("bytes over the wire until ready, kB", "≤ 150", (run) => run.bytes / 1000, 1),
  row("of which wasm", "", kilobytes("Wasm"), 1),
  row("… scripts", "", kilobytes("Script"), 1),
  row("… the page", "", kilobytes("Document"), 1),
  row("… styles", "", kilobytes("Stylesheet"), 1),
  row("requests until ready", "", (run) => run.requests, 0),
  row("first contentful paint, ms", "≤ 900", (run) => run.fcp, 0),
  row("largest contentful paint, ms", "≤ 1 200", (run) => run.lcp, 0),
  row("ready, ms", "", (run) => run.ready, 0),
  row("the limit of the wire for these bytes, ms", "", (run) => run.limit, 0),
  row("ready ÷ limit", "≤ 1.25", (run) => run.ready / run.limit, 2),
  row("cumulative layout shift", "0", (run) => run.cls, 3),
  row("slowest interaction of the visit, ms", "≤ the counter's", (run) => run.inp, 0),
  row("from a key (the counter: a click) to the frame that shows what it changed, ms", "≤ 40", (run) => run.key, 0),
  row("longest task after ready, ms", "", (run) => run.long, 0),
  row("heap after the visit, MB", "≤ 6", (run) => run.heap / 1e6, 1),
  alone("second visit, ready, ms", "≤ 500", "second", (run) => run.ready, 0),
  alone("the tag on a partner's page, ready after its load, ms", "as the page", "embed", (run) => run.ready, 0),
];
const line = (cells) => `| ${cells.join(" | ")} |`;
console.log(line([`first visit, slow 4G, CPU × 4, ${RUNS} runs: median (least–most)`, "goal", "Calliope", "a bare Leptos counter", "publicodes, plain DOM"]));
console.log("|---|---|---|---|---|");
for (const cells of rows) console.log(line(cells));
console.log("\nslowest answers of the visit, ms");
for (const name of Object.keys(measured.site[0].slowest)) console.log(`  ${name}: ${told(all("site", (run) => run.slowest[name]), 0)}`);

const middle = (name, key) => median(all(name, (run) => run[key]));
console.log(JSON.stringify({
  "bytes ÷ the counter's": middle("site", "bytes") / middle("counter", "bytes"),
  "FCP ÷ the counter's": middle("site", "fcp") / middle("counter", "fcp"),
  "ready ÷ limit": median(all("site", (run) => run.ready / run.limit)),
  "ready ÷ the counter's": middle("site", "ready") / middle("counter", "ready"),
  "key ÷ publicodes' key": middle("site", "key") / middle("publicodes", "key"),
  "slowest ÷ the counter's": middle("site", "inp") / middle("counter", "inp"),
  "heap ÷ the counter's": middle("site", "heap") / middle("counter", "heap"),
  "second visit ÷ the counter's first": middle("second", "ready") / middle("counter", "ready"),
  "embed ÷ the page": middle("embed", "ready") / middle("site", "ready"),
}));
await close();
for (const server of Object.values(servers)) await server.close();
