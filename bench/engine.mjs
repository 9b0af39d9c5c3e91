// Times the engine in Chromium. Usage: node engine.mjs URL, a page that has loaded it. Prints one JSON object.
import { chromium } from "../e2e/node_modules/playwright-core/index.mjs";

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(process.argv[2]);
const times = await page.evaluate(async () => {
  const { default: init, Engine } = await import("./calliope_bench.js");
  await init();
  const engine = new Engine();
  engine.run(20_000);
  return Array.from({ length: 101 }, () => {
    const begun = performance.now();
    engine.run(2_000);
    return ((performance.now() - begun) / 2_000) * 1_000;
  }).sort((a, b) => a - b);
});
await browser.close();
console.log(JSON.stringify({ min: times[0], median: times[50], max: times[100] }));
