// A visitor of the built site: a real Chromium, and everything it complains about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const base = process.env.BASE_URL;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const flags = [
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

/**
 * Opens the site as a visitor. `complaints` gathers console errors, content-policy violations and requests
 * to other origins: `leave` fails if there is one.
 */
export async function visit(fragment = "", { lang = "fr-FR", scheme = "light", width = 1280, height = 900, javascript = true, before } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: scheme,
    javaScriptEnabled: javascript,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && url.origin !== new URL(base).origin) complaints.push(`foreign request: ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await before?.(page);
  await page.goto(base + fragment);
  if (javascript && !before) await page.waitForSelector("html[data-ready=true]");
  return { page, context, complaints, leave: () => leave(context, complaints) };
}

async function leave(context, complaints) {
  await context.close();
  assert.deepEqual(complaints, []);
}

/** The `data-value` of a figure. */
export async function value(page, testid) {
  return page.getByTestId(testid).getAttribute("data-value");
}

/** Waits until a figure has this value. */
export async function expectValue(page, testid, expected) {
  await page.waitForSelector(`[data-testid="${testid}"][data-value="${expected}"]`, { timeout: 3000 }).catch(async () => {
    assert.equal(await value(page, testid), expected, testid);
  });
}

/** Fails on any accessibility violation; axe runs in the page without loosening its policy. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")} (${nodes.length})`);
  assert.deepEqual(found, [], what);
}

/** The elements that stand further right than the window; the menu scrolls inside itself. */
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) return [`the page is ${document.documentElement.scrollWidth} px wide`];
    const beyond = [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > width + 1);
    const visible = beyond.filter((el) => !el.closest(".hidden, .menu ul, thead"));
    return visible.map((el) => `${el.tagName}.${el.className}#${el.id}`).slice(0, 5);
  });
}
