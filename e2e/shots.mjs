// Screenshots of every view, to be looked at: node shots.mjs FOLDER
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { flags } from "./lib/site.mjs";
import { filled } from "./lib/views.mjs";

const folder = process.argv[2];
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });

/** Every look of the site: width, language, scheme. */
const looks = [
  [360, "fr-FR", "light"],
  [768, "fr-FR", "light"],
  [1280, "fr-FR", "light"],
  [1280, "fr-FR", "dark"],
  [360, "en-GB", "dark"],
  [1280, "en-GB", "light"],
];

for (const [width, locale, colorScheme] of looks) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const [name, fragment] of Object.entries(filled)) {
    await page.goto("about:blank");
    await page.goto(process.env.BASE_URL + fragment);
    await page.waitForSelector("html[data-ready=true]");
    await page.waitForTimeout(100);
    await page.screenshot({ path: `${folder}/${name}-${width}-${locale.slice(0, 2)}-${colorScheme}.png`, fullPage: true });
    if (width === 1280 && colorScheme === "light") await page.pdf({ path: `${folder}/${name}-${locale.slice(0, 2)}.pdf`, format: "A4" });
  }
  await context.close();
}
await browser.close();
