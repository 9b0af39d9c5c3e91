// What nobody writes on purpose, through the page: links, files, settings, messages. Nothing may stop it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { asKept, made } from "../lib/drafts.mjs";
import { host, tag } from "../lib/host.mjs";
import { dice, mutated } from "../lib/random.mjs";
import { base, close, expectValue, go, launch, newPage, visit } from "../lib/site.mjs";
import { filled } from "../lib/views.mjs";

const SEED = 20261122;

/** What came is shown as text: the element written in it, `<b>x</b>`, is none of the page's. */
const foreign = (page) => page.evaluate(() => [...document.querySelectorAll("main b, main script")].filter((element) => element.textContent === "x" || element.localName === "script").length);

describe("whatever comes", () => {
  before(launch);
  after(close);

  test("in 600 links, the page shows a result or says what it could not read", async () => {
    const roll = dice(SEED);
    const { page, context, complaints } = await visit(filled.rules);
    const links = Object.values(filled);
    for (let turn = 0; turn < 600; turn += 1) {
      const fragment = `#/${mutated(links[Math.floor(roll() * links.length)].slice(2), roll)}`;
      await go(page, fragment);
      if (turn % 10 === 0) {
        await page.waitForFunction(() => document.querySelector("main h1")?.textContent);
        assert.equal(await foreign(page), 0, fragment);
      }
    }
    await go(page, "#/devis?v=1&cat=AF&ca=120000");
    await expectValue(page, "total-gross", "207000");
    // A date that is none leaves its field empty, and the browser says so.
    assert.deepEqual(complaints.filter((line) => !line.includes("does not conform to the required format")), []);
    await context.close();
  });

  test("in 120 files of drafts, each is previewed or refused, and the drafts that are here stay", async () => {
    const roll = dice(SEED);
    const { page, leave } = await visit("#/brouillons", {
      before: (page) => page.addInitScript((kept) => { for (const [key, text] of Object.entries(kept)) localStorage.setItem(key, text); }, asKept([made("a1", "Atelier")])),
    });
    await page.getByTestId("draft-item").waitFor();
    const file = JSON.stringify({ calliope: 1, drafts: [made("b1", "Un"), made("b2", "Deux", { tags: ["x"], work: { link: "#/devis?v=1&cat=CFA&ca=1", keys: { voie: "transfert" }, typed: "", readiness: { 4: { progress: "ready", note: "n", who: "", by: "2026-12-01", evidence: [] } } } })] });
    const input = page.locator("input[type=file]").first();
    const outcomes = new Set();
    for (let turn = 0; turn < 120; turn += 1) {
      await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(mutated(file, roll)) });
      outcomes.add(await page.waitForFunction(() => {
        const said = document.querySelector("[data-testid=import-said]").textContent;
        return said || (document.querySelector("[data-testid=import-preview]") && "a preview");
      }).then((outcome) => outcome.jsonValue()));
    }
    assert.ok(outcomes.has("a preview") && outcomes.size > 3, [...outcomes].join("\n"));
    assert.equal(await page.getByTestId("draft-item").filter({ hasText: "Atelier" }).count(), 1);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["calliope:draft:v1:a1"], "nothing before it is accepted");
    assert.equal(await foreign(page), 0);
    await leave();
  });

  test("in 60 settings files, the site calculates, with them or without", async () => {
    const roll = dice(SEED);
    const example = readFileSync("site.example.json", "utf8");
    let body = example;
    const { page, context } = await visit("#/devis?v=1&cat=AF&ca=120000", {
      before: (page) => page.route("**/site.json", (route) => route.fulfill({ status: 200, contentType: "application/json", body })),
    });
    let refused = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      body = mutated(example, roll);
      await page.reload();
      await page.waitForSelector("html[data-ready=true]");
      assert.match(await page.getByTestId("days-initial").getAttribute("data-value"), /^\d\.[05]$/);
      assert.ok(!(await page.getByText("Une erreur a arrêté la page.").isVisible()), body);
      refused += await page.getByText("réglages").count() ? 1 : 0;
    }
    assert.ok(refused > 10, `${refused} were refused aloud`);
    await context.close();
  });

  test("in 2 000 messages, the frame and the page around it go on", async () => {
    const partner = await host(`${tag('view="devis" lang="fr" profile="cat=AF&amp;ca=120000" partner="p"')}`);
    const { page, leave } = await newPage();
    await page.addInitScript(() => document.addEventListener("calliope:ready", () => { window.ready = true; }));
    await page.goto(partner.url);
    await page.waitForFunction(() => window.ready);
    const frame = page.frames().find((frame) => frame.url().startsWith(base));
    await page.evaluate(async (seed) => {
      const roll = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
      const pick = (list) => list[Math.floor(roll() * list.length)];
      const values = [undefined, null, 0, -1, NaN, Infinity, "", "x".repeat(20_000), "#/devis?v=1", [], {}, { px: 1 }, true, 1e308, new Date(), /x/, new Map(), "__proto__"];
      const message = () => {
        const keys = ["px", "profile", "view", "lang", "accent", "theme", "partner", "fit", "quote", "stopped"];
        const made = { ns: pick(["calliope/1", "calliope/1", "calliope/2", null]), type: pick(["hello", "theme", "profile", "ready", "height", "quote", "x", null]) };
        for (let turn = 0; turn < 3; turn += 1) made[pick(keys)] = pick(values);
        return pick([made, made, made, pick(values)]);
      };
      const inner = document.querySelector("calliope-quote").shadowRoot?.querySelector("iframe") ?? document.querySelector("calliope-quote iframe");
      for (let turn = 0; turn < 1000; turn += 1) {
        inner.contentWindow.postMessage(message(), "*");
        if (turn % 50 === 0) await new Promise((done) => setTimeout(done, 10));
      }
      inner.contentWindow.postMessage({ ns: "calliope/1", type: "profile", profile: "cat=AF&ca=120000", view: "devis", lang: "fr" }, "*");
    }, SEED);
    await expectValue(frame, "total-gross", "207000");
    // From the frame itself, which the element listens to.
    await frame.evaluate(async (seed) => {
      const roll = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
      const pick = (list) => list[Math.floor(roll() * list.length)];
      const values = [undefined, null, -1, NaN, Infinity, "", "1e9", "x".repeat(20_000), [], {}, true, 1e308, new Date(), new Map()];
      for (let turn = 0; turn < 1000; turn += 1) {
        parent.postMessage(pick([{ ns: "calliope/1", type: pick(["ready", "height", "quote", "x", null]), px: pick(values), quote: pick(values), stopped: pick(values) }, pick(values)]), "*");
        if (turn % 50 === 0) await new Promise((done) => setTimeout(done, 10));
      }
    }, SEED);
    const height = await page.evaluate(() => (document.querySelector("calliope-quote").shadowRoot ?? document.querySelector("calliope-quote")).querySelector("iframe").clientHeight);
    assert.ok(height >= 120 && height <= 30_000, `${height} px`);
    await expectValue(frame, "total-gross", "207000");
    await leave();
    partner.close();
  });
});
