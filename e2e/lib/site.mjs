// A visitor of the built site: a real browser, and everything it complains about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, firefox } from "playwright-core";

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

/** Firefox where its path is given, through WebDriver BiDi; else Chromium. */
export const inFirefox = Boolean(process.env.FIREFOX);

/** What its driver cannot do yet is tested in Chromium alone: an option of `test`, with the reason. */
export const inChromium = (reason) => ({ skip: inFirefox && reason });

/** No motion; scrollbars that lie over the page, as on phones; a clipboard that asks nobody. */
const preferences = { "ui.prefersReducedMotion": 1, "ui.useOverlayScrollbars": 1, "dom.events.testing.asyncClipboard": true };

let browser;

/** One browser for a test file. */
export async function launch() {
  browser = inFirefox
    ? await firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX, firefoxUserPrefs: preferences })
    : await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
}

export async function close() {
  await browser?.close();
}

/** A page of a visitor, blank. `complaints` gathers console errors and content-policy violations: `leave` fails if there is
 * one. The site is kept on the device only where `kept` asks for it: requests that it answers are not seen by tests. */
export async function newPage({ lang = "fr-FR", scheme = "light", width = 1280, height = 900, javascript = true, today = "2026-11-22", kept = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    javaScriptEnabled: javascript,
    serviceWorkers: kept ? "allow" : "block",
    ...(inFirefox ? {} : { colorScheme: scheme, reducedMotion: "reduce" }),
  });
  // The visitor's day is always the same, so that what follows from it is too.
  await context.clock.setFixedTime(new Date(`${today}T10:00:00`));
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    const text = message.text();
    // Chromium has no sheet to share with on every system; the driver says that it blocks what it was asked to block.
    if (text.includes("Unrecognized feature: 'web-share'") || text.startsWith("Service Worker registration blocked")) return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!["data:", "blob:", "about:"].includes(protocol) && hostname !== "127.0.0.1") complaints.push(`request to elsewhere: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, context, complaints, leave: () => leave(context, complaints) };
}

/** Opens the site as a visitor: a request to another origin is a complaint too. */
export async function visit(fragment = "", { before, at = base, ...options } = {}) {
  const opened = await newPage(options);
  const { page, complaints } = opened;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== new URL(at).origin) complaints.push(`foreign request: ${url}`);
  });
  await before?.(page);
  await page.goto(at + fragment);
  if (options.javascript !== false && !before) await page.waitForSelector("html[data-ready=true]");
  return opened;
}

async function leave(context, complaints) {
  const cookies = await context.cookies();
  complaints.push(...cookies.map(({ name }) => `cookie: ${name}`));
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
  // The driver of Firefox tells no downloads: what the page hands over is taken from its hands.
  if (inFirefox) return handed(page, act);
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

async function handed(page, act) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    window.handed = undefined;
    URL.createObjectURL = (blob) => {
      window.handed = { blob };
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { window.handed.name = this.download; };
  });
  await act();
  await page.waitForFunction(() => window.handed?.name);
  return page.evaluate(async () => {
    // The mark that spreadsheets want at the start is a part of the file.
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await window.handed.blob.arrayBuffer());
    return { name: window.handed.name, text };
  });
}

/** Lets the page read and write the clipboard. */
export async function allowClipboard(context) {
  if (!inFirefox) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
}

/** Types over what a field holds, key by key: what is set by a program is no change to a browser. */
export async function retype(field, text) {
  await field.selectText();
  await field.page().keyboard.type(text);
}

/** The `data-value` of a figure. */
export async function value(page, testid) {
  return page.getByTestId(testid).getAttribute("data-value");
}

/** Waits until a figure has this value. */
export async function expectValue(page, testid, expected) {
  // A locator holds no element: one that did would keep the view it stood in.
  await page.locator(`[data-testid="${testid}"][data-value="${expected}"]`).first().waitFor({ timeout: 3000, state: "attached" }).catch(async () => {
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
