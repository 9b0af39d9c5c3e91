// A visitor of the built site: a real Chromium, and everything it complains about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const base = process.env.BASE_URL;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Chromium without a screen, that asks nothing of the network by itself. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;

/** One browser for a test file. */
export async function launch() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
}

export async function close() {
  await browser?.close();
}

/** A page of a visitor, blank. `complaints` gathers console errors and content-policy violations: `leave` fails if there is one. */
export async function newPage({ lang = "fr-FR", scheme = "light", width = 1280, height = 900, javascript = true, today = "2026-11-22" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: scheme,
    javaScriptEnabled: javascript,
    reducedMotion: "reduce",
  });
  // The visitor's day is always the same, so that what follows from it is too.
  await context.clock.setFixedTime(new Date(`${today}T10:00:00`));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    const text = message.text();
    // Chromium has no sheet to share with on every system.
    if (text.includes("Unrecognized feature: 'web-share'")) return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, context, complaints, leave: () => leave(context, complaints) };
}

/** Opens the site as a visitor: a request to another origin is a complaint too. */
export async function visit(fragment = "", { before, ...options } = {}) {
  const opened = await newPage(options);
  const { page, complaints } = opened;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== new URL(base).origin) complaints.push(`foreign request: ${url}`);
  });
  await before?.(page);
  await page.goto(base + fragment);
  if (options.javascript !== false && !before) await page.waitForSelector("html[data-ready=true]");
  return opened;
}

async function leave(context, complaints) {
  await context.close();
  assert.deepEqual(complaints, []);
}

/** Goes to another address of the open page, as a link would. */
export async function go(page, fragment) {
  await page.evaluate((hash) => { location.hash = hash; }, fragment);
}

/** Opens everything that is folded. */
export async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((element) => { element.open = true; }));
}

/** The name and the text of the file that `act` makes the page hand over. */
export async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

/** The `data-value` of a figure. */
export async function value(page, testid) {
  return page.getByTestId(testid).getAttribute("data-value");
}

/** Waits until a figure has this value. */
export async function expectValue(page, testid, expected) {
  await page.waitForSelector(`[data-testid="${testid}"][data-value="${expected}"]`, { timeout: 3000, state: "attached" }).catch(async () => {
    assert.equal(await value(page, testid), expected, testid);
  });
}

/** Fails on any accessibility violation; axe runs in the page without loosening its policy. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], iframes: false }));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")} (${nodes.length})`);
  assert.deepEqual(found, [], what);
}

/** The elements that stand further right than the window; the menu scrolls inside itself. */
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) return [`the page is ${document.documentElement.scrollWidth} px wide`];
    const beyond = [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > width + 1);
    const visible = beyond.filter((el) => !el.closest(".hidden, .menu ul, thead, .scroll"));
    return visible.map((el) => `${el.tagName}.${el.className}#${el.id}`).slice(0, 5);
  });
}
