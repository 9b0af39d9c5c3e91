// A cheap phone: slow 4G (150 ms, 1.6 Mbit/s down, 750 kbit/s up) and a processor four times slower, in headless Chromium;
// and what a page does on it.
import { chromium } from "../e2e/node_modules/playwright-core/index.mjs";
import { flags } from "../e2e/lib/site.mjs";

/** A round trip, in milliseconds. */
export const LATENCY = 150;
/** Bytes a second. */
export const DOWN = 200_000;
const UP = 93_750;
const SLOW = { offline: false, latency: LATENCY, downloadThroughput: DOWN, uploadThroughput: UP };
const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });

export const close = () => browser.close();

/** What the page tells of itself, from its first moment. */
function watch() {
  const told = { lcp: 0, cls: 0, long: [], slowest: 0, paints: [] };
  window.told = told;
  const observe = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe("paint", (entry) => { if (entry.name === "first-contentful-paint") told.fcp = entry.startTime; });
  observe("largest-contentful-paint", (entry) => { told.lcp = entry.startTime; });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) told.cls += entry.value; });
  observe("longtask", (entry) => told.long.push([entry.startTime, entry.duration]));
  observe("event", (entry) => { if (entry.interactionId) told.slowest = Math.max(told.slowest, entry.duration); }, { durationThreshold: 16 });
  const ready = () => document.documentElement?.dataset.ready && (told.ready ??= performance.now());
  new MutationObserver(ready).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  // From an event to the frame that shows what it changed.
  for (const kind of ["input", "click"]) addEventListener(kind, (event) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => told.paints.push([kind, performance.now() - event.timeStamp]);
    port2.postMessage(0);
  }), { capture: true });
}

/** A blank page of the phone; `fast` has it on a wire without delay until `slow` is called. */
export async function phone({ keeps = false, fast = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "fr-FR", serviceWorkers: keeps ? "allow" : "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const wire = (speed) => devtools.send("Network.emulateNetworkConditions", speed);
  await wire(fast ? FAST : SLOW);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const traffic = { requests: 0, bytes: 0, types: {} };
  const types = {};
  devtools.on("Network.requestWillBeSent", ({ request }) => { if (request.url.startsWith("http")) traffic.requests += 1; });
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => { types[requestId] = response.mimeType === "application/wasm" ? "Wasm" : type; });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    traffic.types[types[requestId]] = (traffic.types[types[requestId]] ?? 0) + encodedDataLength;
  });
  await page.addInitScript(watch);
  const heap = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize;
  };
  return { page, traffic, heap, slow: () => wire(SLOW), leave: () => context.close() };
}

/** Until the page says that it is ready, in milliseconds. */
export async function untilReady(page) {
  await page.waitForFunction(() => window.told?.ready);
  return page.evaluate(() => window.told.ready);
}

/** A first visit to `url`, then what `visit` does there: it returns the times from an event to its frame that count. */
export async function firstVisit(url, visit) {
  const { page, traffic, heap, leave } = await phone();
  await page.goto(url, { waitUntil: "commit" });
  const ready = await untilReady(page);
  const { requests, bytes, types } = { ...traffic, types: { ...traffic.types } };
  // A frame without visual change inflates what browsers time: one pixel changes in each.
  await page.evaluate(() => {
    const pixel = document.body.appendChild(document.createElement("i"));
    Object.assign(pixel.style, { position: "fixed", top: 0, left: 0, width: "1px", height: "1px" });
    let turn = 0;
    (function next() { pixel.style.background = (turn += 1) % 2 ? "#000" : "#fff"; requestAnimationFrame(next); })();
  });
  /** Does one thing, waits until the page has answered, and remembers how long that took. */
  const slowest = {};
  const step = async (name, act) => {
    await page.evaluate(() => { window.told.slowest = 0; });
    await act();
    await page.waitForTimeout(400);
    slowest[name] = Math.max(slowest[name] ?? 0, await page.evaluate(() => window.told.slowest));
  };
  const paints = async (kind) => (await page.evaluate(() => window.told.paints.splice(0))).filter(([of]) => of === kind).map(([, time]) => time);
  const key = median(await visit({ page, step, paints }));
  const { fcp, lcp, cls, long } = await page.evaluate(() => window.told);
  const after = long.filter(([start]) => start > ready).map(([, duration]) => duration);
  const measured = {
    bytes, requests, types, fcp, lcp, cls, ready, key, slowest,
    long: Math.max(0, ...after), inp: Math.max(...Object.values(slowest)), heap: await heap(),
  };
  await leave();
  return measured;
}

export const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
