// The still of the first page: what shows before the module has come, what it becomes, and who does not see it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { accessible, base, close, expectValue, inChromium, launch, newPage, overflow, retype } from "../lib/site.mjs";

const example = readFileSync(new URL("../../site.example.json", import.meta.url), "utf8");

/** A page whose module waits until `release` is called. */
async function held(address = "", options) {
  const opened = await newPage(options);
  let release;
  const gate = new Promise((done) => { release = done; });
  await opened.page.route(/_bg\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await opened.page.goto(address === "about:blank" ? address : base + address);
  const live = async () => {
    release();
    await opened.page.waitForSelector("html[data-ready=true]");
  };
  return { ...opened, live };
}

const shown = (page) => page.waitForSelector("html:not([data-wait])");

/** Where everything stands that one can see: headings, fields, buttons, figures; and what they say. On another day than that
 * of the still, a date may take a line more: how low stands what follows it is left out. */
const places = (page, otherDay) => page.evaluate((otherDay) => [...document.querySelectorAll("#app :is(h1, h2, h3, a, button, input, label, legend, p, td, th, summary)")]
  .filter((element) => element.checkVisibility() && !(otherDay && element.closest(".next-date")))
  .map((element) => {
    const { x, y, width } = element.getBoundingClientRect();
    const said = element.querySelector(".later") || /\d{4}/.test(element.textContent) ? "" : element.textContent;
    const below = otherDay && document.querySelector(".next-date").compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [element.tagName, said.trim(), element.value ?? "", element.checked ?? "", Math.round(x), below ? "" : Math.round(y + scrollY), Math.round(width)].join(" · ");
  }), otherDay);

describe("the still", () => {
  before(launch);
  after(close);

  for (const [lang, address] of [["fr-FR", ""], ["en-GB", ""], ["fr-FR", "en.html"]]) {
    test(`is what the module shows, at the same places: ${lang} ${address}`, async () => {
      for (const [width, today] of [[360, "2026-11-22"], [768, "2026-11-22"], [1280, "2026-11-22"], [360, "2027-05-31"], [1280, "2027-05-31"]]) {
        const otherDay = today !== "2026-11-22";
        const { page, live, leave } = await held(address, { lang, width, today });
        await shown(page);
        const before = await places(page, otherDay);
        assert.ok(before.length > 80, `${before.length} things are seen`);
        assert.deepEqual(await overflow(page), []);
        await live();
        const after = await places(page, otherDay);
        const differ = before.map((place, index) => [place, after[index]]).filter(([one, other]) => one !== other);
        assert.deepEqual(differ, [], `${width} px, ${today}`);
        assert.equal(after.length, before.length);
        await leave();
      }
    });
  }

  test("goes without a shift", inChromium("no layout shifts are told"), async () => {
    for (const width of [360, 1280]) {
      const { page, live, leave } = await held("", { width, today: "2027-05-31" });
      await shown(page);
      await page.evaluate(() => {
        window.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shifted += value; })).observe({ type: "layout-shift", buffered: true });
      });
      await live();
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => window.shifted), 0);
      await leave();
    }
  });

  test("has the figures of the default answers, and no date of its own", async () => {
    const { page, live, leave } = await held("", { today: "2027-03-15" });
    await shown(page);
    await expectValue(page, "total-gross", "207000");
    await expectValue(page, "days-initial", "1.0");
    const dates = () => page.locator(".outcome").evaluate((outcome) => outcome.innerText.match(/\d{1,2}(er)?\s\p{L}+\s20\d\d/gu) ?? []);
    assert.deepEqual(await dates(), []);
    await live();
    await expectValue(page, "total-gross", "207000");
    assert.equal((await dates()).at(-1).replace(/\s/g, " "), "14 avril 2027");
    await leave();
  });

  test("takes answers, which the module then follows", async () => {
    const { page, live, leave } = await held();
    await shown(page);
    await page.getByLabel("Bilans de compétences").check();
    await page.getByLabel("Un indépendant").check();
    await page.getByText("Autres précisions").click();
    await page.getByLabel("Date de l’audit initial").fill("2026-12-01");
    assert.ok(await page.locator("#result.stale").isVisible(), "the result is said to be an earlier one");
    await retype(page.locator("#turnover"), "200 000");
    await page.keyboard.press("ArrowLeft");
    await live();
    await page.waitForURL(/cat=AF\.BC&ca=200000&audit=2026-12-01&statut=independant/);
    assert.equal(await page.locator("#turnover").inputValue(), "200 000");
    assert.equal(await page.evaluate(() => document.activeElement.id), "turnover");
    assert.equal(await page.evaluate(() => document.activeElement.selectionStart), 6);
    assert.ok(await page.locator("details.more").evaluate((details) => details.open));
    assert.ok(await page.getByLabel("Un indépendant").isChecked());
    await leave();
  });

  test("remembers the button that was pressed, and skips to the content", async () => {
    const { page, live, leave } = await held();
    await shown(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => `${document.activeElement.id} ${location.hash}`), "title ");
    await page.getByTestId("total-gross").click();
    assert.equal(await page.locator("#why-total-gross").isVisible(), false);
    await page.locator("#title").focus();
    await live();
    assert.equal(await page.evaluate(() => document.activeElement.id), "title");
    await page.locator("#why-total-gross").getByText("TVA").first().waitFor();
    await leave();
  });

  test("follows a link to another view, with the answers", async () => {
    const { page, live, leave } = await held();
    await shown(page);
    await page.getByLabel("Formation par apprentissage").check();
    await page.getByRole("link", { name: "Calendrier", exact: true }).click();
    await live();
    await page.getByRole("heading", { level: 1, name: "Calendrier de la certification" }).waitFor();
    assert.match(page.url(), /cat=AF\.CFA/);
    await leave();
  });

  test("meets no barrier", async () => {
    const { page, leave } = await held();
    await shown(page);
    await accessible(page, "the still");
    await leave();
  });

  test("is not for an address that asks for more, an embed, or other settings: nothing shows until the module does", async () => {
    for (const [address, settings] of [
      ["#/devis?v=1&cat=CFA&ca=1000000"],
      ["#/indicateurs?v=1"],
      ["#/devis?v=1&embed=1"],
      ["", example],
    ]) {
      const { page, live, leave } = await held("about:blank", { today: "2026-12-01" });
      if (settings) await page.route("**/site.json", (route) => route.fulfill({ contentType: "application/json", body: settings }));
      await page.goto(base + address);
      await page.locator("#waiting").waitFor();
      assert.equal(await page.locator("#app h1").isVisible(), false, `${address} ${Boolean(settings)}`);
      await live();
      await page.locator("#app h1").waitFor();
      assert.equal(await page.locator("#waiting").isVisible(), false);
      await leave();
    }
  });

  test("in English, `en.html` is in English for everybody, and so are its links", async () => {
    const { page, live, leave } = await held("en.html");
    await shown(page);
    assert.equal(await page.title(), "Calliope · Duration and price of a Qualiopi audit");
    await page.getByText("Total incl. VAT").first().waitFor();
    await live();
    await page.getByText("Total incl. VAT").first().waitFor();
    assert.match(page.url(), /en\.html#\/devis\?v=1.*&lang=en$/);
    await page.reload();
    await page.waitForSelector("html[data-ready=true]");
    await page.getByText("Total incl. VAT").first().waitFor();
    await leave();
  });
});

describe("without JavaScript", inChromium("no way to turn JavaScript off"), () => {
  before(launch);
  after(close);

  for (const [file, texts] of Object.entries({
    "": ["Le calcul demande JavaScript", /Audit de surveillance, en jours.*750\s000\s€ et plus≈\s1,0≈\s\+\s0,5/, /Le prix suit la durée/, "2 070,00 €"],
    "en.html": ["This calculator needs JavaScript", /Surveillance audit, in days.*€750,000 and over≈\s1\.0≈\s\+\s0\.5/, /The price follows the duration/, "€2,070.00"],
  })) {
    test(`the form, the default quote and the duration table are there: ${file || "index.html"}`, async () => {
      const { page, leave } = await newPage({ javascript: false });
      await page.goto(base + file);
      const [needs, table, follows, total] = texts;
      assert.match(await page.locator("noscript").first().textContent(), new RegExp(needs));
      assert.ok(await page.locator("noscript").first().isVisible());
      assert.ok(await page.locator("#turnover").isVisible());
      assert.ok(await page.getByTestId("total-gross").isVisible());
      assert.equal((await page.getByTestId("total-gross").textContent()).replaceAll(/\s/g, " "), total);
      assert.match(await page.locator("noscript table").last().textContent(), table);
      assert.ok((await page.locator("noscript table").last().boundingBox()).height > 50);
      assert.match(await page.locator("noscript").last().textContent(), follows);
      // What the day decides is not there at all.
      assert.equal(await page.locator(".later").first().isVisible(), false);
      assert.deepEqual(await page.locator("details.breakdown").evaluateAll((all) => all.map((one) => one.querySelectorAll("td").length > 3)), [true]);
      await leave();
    });
  }
});
