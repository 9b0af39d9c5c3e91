// What one answer costs, and how that grows with what is on the page: on the slow processor of a cheap phone, one key every
// 400 ms, from the key to the frame that shows what it changed; and how many nodes of the page each key replaces. Prints a
// table in Markdown.
import { asKept, made } from "../e2e/lib/drafts.mjs";
import { nginx } from "../e2e/lib/nginx.mjs";
import { close, median, phone, untilReady } from "./phone.mjs";

const server = await nginx("dist");
const profile = "v=1&cat=AF&ca=100000";
const scenario = (letter) => `&${letter}=cat~AF.BC~ca~200000`;
const many = (count) => asKept(Array.from({ length: count }, (_, index) => made(`d${index}`, `Client ${index}`, { link: `#/devis?v=1&cat=AF&ca=${100_000 + index}` })));

/** What is on the page, how many of it, where one types, what. */
const CASES = [
  ["a digit of the turnover, in the quote", "", `#/devis?${profile}`, "#turnover", "1234567"],
  ["the same, the quote of the desk", "500 drafts", `#/brouillons?${profile}`, "#turnover", "1234567", { drafts: 500, open: "Client 250" }],
  ["a letter of the search, in the grid", "33 rows", `#/indicateurs?${profile}`, "#search", "mediati"],
  ...["b", "c", "d"].map((_, index) => [
    "a digit of a scenario's turnover", `${index + 2} scenarios`,
    `#/comparer?${profile}${["b", "c", "d"].slice(0, index + 1).map(scenario).join("")}`, "td input[inputmode=decimal]", "1234567",
  ]),
  ...[1, 50, 500].map((drafts) => ["a letter of the search, in the list of drafts", `${drafts} drafts`, `#/brouillons?${profile}`, "#draft-search", "client ", { drafts }]),
];

/** The times from each key to its frame, and the nodes that each replaces. */
async function typed([, , address, field, keys, { drafts = 0, open } = {}]) {
  const { page, leave } = await phone({ fast: true });
  await page.addInitScript((texts) => {
    if (location.origin === "null" || localStorage.length) return;
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, many(drafts));
  await page.goto(server.url + address);
  await untilReady(page);
  if (open) {
    await page.locator("#draft-search").fill(open);
    await page.getByRole("link", { name: open, exact: true }).click();
  }
  const input = page.locator(field).first();
  await input.waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2000);
  await input.selectText();
  await page.evaluate(() => {
    window.told.paints = [];
    window.replaced = 0;
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => { window.replaced += addedNodes.length; })).observe(document.body, { childList: true, subtree: true });
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
  }
  const told = await page.evaluate(() => ({ times: window.told.paints.filter(([kind]) => kind === "input").map(([, time]) => time), nodes: window.replaced }));
  await leave();
  if (told.times.length !== keys.length) throw new Error(`${address}: ${told.times.length} of ${keys.length} keys were typed`);
  return { times: told.times, nodes: told.nodes / keys.length };
}

console.log("| CPU × 4: what is typed | beside | median, ms | most, ms | nodes put in the page, a key |\n|---|---|---|---|---|");
for (const one of CASES) {
  const [what, beside] = one;
  const { times, nodes } = await typed(one);
  console.log(`| ${what} | ${beside} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} | ${nodes.toFixed(0)} |`);
}
await close();
await server.close();
