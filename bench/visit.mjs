// A visit on a cheap phone: slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up) and a processor four times slower, in fresh
// contexts of headless Chromium, from nginx with the configuration that ships. Prints a table in Markdown: medians, with the
// least and the most. Usage: node visit.mjs [RUNS]
import { chromium } from "../e2e/node_modules/playwright-core/index.mjs";
import { host } from "../e2e/lib/host.mjs";
import { nginx } from "../e2e/lib/nginx.mjs";
import { flags } from "../e2e/lib/site.mjs";

const RUNS = Number(process.argv[2] ?? 9);
const LATENCY = 150;
const DOWN = 200_000;
const UP = 93_750;

/** What the page tells of itself, from its first moment. */
function watch() {
  const told = { lcp: 0, cls: 0, long: [], interactions: {} };
  window.told = told;
  const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe("paint", (entry) => { if (entry.name === "first-contentful-paint") told.fcp = entry.startTime; });
  observe("largest-contentful-paint", (entry) => { told.lcp = entry.startTime; });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) told.cls += entry.value; });
  observe("longtask", (entry) => told.long.push([entry.startTime, entry.duration]));
  observe("event", (entry) => { if (entry.interactionId) told.interactions[entry.interactionId] = Math.max(told.interactions[entry.interactionId] ?? 0, entry.duration); }, { durationThreshold: 16 });
  const ready = () => document.documentElement?.dataset.ready && (told.ready ??= performance.now());
  new MutationObserver(ready).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  // From a key to the frame that shows what it changed.
  told.keys = [];
  addEventListener("input", (event) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => told.keys.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  }), { capture: true });
}

/** A page of a slow phone. */
async function phone(serviceWorkers = "block") {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "fr-FR", serviceWorkers });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: LATENCY, downloadThroughput: DOWN, uploadThroughput: UP });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const traffic = { bytes: 0, requests: 0 };
  devtools.on("Network.requestWillBeSent", ({ request }) => { if (request.url.startsWith("http")) traffic.requests += 1; });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => { traffic.bytes += encodedDataLength; });
  await page.addInitScript(watch);
  return { page, context, devtools, traffic };
}

/** A first visit, and all that the script of the issue does in it. */
async function first(url) {
  const { page, context, devtools, traffic } = await phone();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.told?.ready);
  const { bytes, requests } = traffic;
  const loaded = await page.evaluate(() => ({ ...window.told }));
  // A frame without visual change inflates what browsers time: one pixel changes in each.
  await page.evaluate(() => {
    const pixel = document.body.appendChild(document.createElement("i"));
    Object.assign(pixel.style, { position: "fixed", top: 0, left: 0, width: "1px", height: "1px" });
    let turn = 0;
    (function next() { pixel.style.background = (turn += 1) % 2 ? "#000" : "#fff"; requestAnimationFrame(next); })();
  });
  const pause = () => page.waitForTimeout(400);
  const turnover = page.locator("#turnover");
  await turnover.selectText();
  for (const digit of "1234567") {
    await page.keyboard.press(digit);
    await pause();
  }
  const keys = await page.evaluate(() => window.told.keys);
  const click = async (locator) => { await locator.click(); await pause(); };
  for (const name of ["Bilans de compétences", "Formation par apprentissage"]) await click(page.getByText(name, { exact: true }).first());
  await click(page.getByTestId("days-initial"));
  await click(page.getByRole("link", { name: "Indicateurs", exact: true }));
  await page.locator(".criterion").first().waitFor();
  await page.locator("#indicator-search").or(page.locator("main input[type=search], main input[type=text]")).first().pressSequentially("sous", { delay: 400 });
  await click(page.locator("#language"));
  await click(page.getByRole("link", { name: "Calendar", exact: true }));
  const after = await page.evaluate(() => ({ cls: window.told.cls, interactions: Object.values(window.told.interactions), long: window.told.long.filter(([start]) => start > window.told.ready).map(([, duration]) => duration) }));
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await context.close();
  return {
    bytes, requests, fcp: loaded.fcp, lcp: loaded.lcp, ready: loaded.ready, cls: after.cls,
    long: Math.max(0, ...after.long), inp: Math.max(...after.interactions), key: median(keys), heap: usedSize,
  };
}

/** The same device again, which keeps the site. */
async function second(url) {
  const { page, context, devtools } = await phone("allow");
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: LATENCY, downloadThroughput: DOWN, uploadThroughput: UP });
  await page.goto("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.told?.ready);
  const ready = await page.evaluate(() => window.told.ready);
  await context.close();
  return { ready };
}

/** The tag on a partner's page, from the load of that page. */
async function embedded(url) {
  const partner = await host(`<script src="${url}embed.js" async></script><calliope-quote view="devis" lang="fr"></calliope-quote>`);
  const { page, context } = await phone();
  await page.addInitScript(() => {
    let loaded = 0;
    addEventListener("load", () => { loaded = performance.now(); });
    document.addEventListener("calliope:ready", () => { window.framed = performance.now() - loaded; });
  });
  await page.goto(partner.url);
  await page.waitForFunction(() => window.framed);
  const ready = await page.evaluate(() => window.framed);
  await context.close();
  partner.close();
  return { ready };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

async function repeated(visit, url) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await visit(url));
  return (key) => runs.map((run) => run[key]);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
const server = await nginx("dist");
const [visit, again, framed] = [await repeated(first, server.url), await repeated(second, server.url), await repeated(embedded, server.url)];
// The page, then the boot script, then the module: three in a row, each a round trip; and the bytes at the speed of the wire.
const limit = visit("bytes").map((bytes) => 3 * LATENCY + (bytes / DOWN) * 1000);
const rows = [
  ["bytes over the wire until ready, kB", visit("bytes").map((bytes) => bytes / 1000), 1],
  ["requests until ready", visit("requests"), 0],
  ["first contentful paint, ms", visit("fcp"), 0],
  ["largest contentful paint, ms", visit("lcp"), 0],
  ["ready, ms", visit("ready"), 0],
  ["computed limit for these bytes, ms", limit, 0],
  ["ready ÷ limit", visit("ready").map((ready, run) => ready / limit[run]), 2],
  ["cumulative layout shift", visit("cls"), 3],
  ["longest task after ready, ms", visit("long"), 0],
  ["slowest interaction of the visit, ms", visit("inp"), 0],
  ["from a key in the turnover to its frame, ms", visit("key"), 0],
  ["heap after the visit, MB", visit("heap").map((heap) => heap / 1e6), 1],
  ["second visit, ready, ms", again("ready"), 0],
  ["the tag on a partner's page, ready after its load, ms", framed("ready"), 0],
];
console.log(`| first visit, slow 4G, CPU × 4, ${RUNS} runs | median | least | most |\n|---|---|---|---|`);
for (const [what, values, digits] of rows) {
  const figures = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  console.log(`| ${what} | ${figures.join(" | ")} |`);
}
await browser.close();
await server.close();
