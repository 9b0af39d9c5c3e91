// The shell around the views: menu, history, focus, titles, modules, paper, accessibility.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import readCode from "jsqr";
import { extractText, getDocumentProxy } from "unpdf";
import { accessible, close, download, expectValue, go, launch, overflow, unfold, visit } from "../lib/site.mjs";
import { filled } from "../lib/views.mjs";

before(launch);
after(close);

const views = {
  devis: "Devis",
  indicateurs: "Indicateurs",
  calendrier: "Calendrier",
  eligibilite: "Éligibilité",
  nda: "NDA",
  "non-conformites": "Non-conformités",
  regles: "Règles",
  preparation: "Préparation",
  comparer: "Comparer",
  brouillons: "Brouillons",
  dossier: "Dossier",
};
describe("the menu", () => {
  test("leads to each view, whose heading takes the focus, and the answers stay", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=100000");
    await unfold(page);
    await page.getByLabel("Vous faites appel à des sous-traitants").check({ force: true });
    for (const [word, name] of Object.entries(views).slice(1)) {
      await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
      await page.waitForFunction((name) => document.title === `${name} · Calliope`, name);
      await page.locator(".part, .criterion").first().waitFor();
      await page.waitForFunction(() => document.activeElement.id === "title");
      await page.waitForURL(new RegExp(`#/${word}\\?v=1&cat=CFA&ca=100000&st=1`));
      assert.equal(await page.locator('[aria-current="page"]').textContent(), name);
    }
    await page.getByRole("link", { name: "Devis", exact: true }).click();
    await expectValue(page, "days-initial", "1.5");
    assert.ok(await page.getByLabel("Vous faites appel à des sous-traitants").isChecked());
    await leave();
  });

  test("keeps answers, even those that cannot be read, through back and forward and a reload", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await page.getByLabel("Chiffre d’affaires formation").fill("12O 000");
    await page.getByText(/«\s12O 000\s» n’est pas un montant/).waitFor();
    await page.getByRole("link", { name: "Calendrier", exact: true }).click();
    await page.getByLabel("Date de la décision de certification").fill("2026-03-15");
    await expectValue(page, "expiry", "2029-03-15");
    await page.goBack();
    await page.getByTestId("days-initial").waitFor();
    assert.equal(await page.getByLabel("Chiffre d’affaires formation").inputValue(), "12O 000");
    await page.waitForURL(/#\/devis\?.*decision=2026-03-15/);
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    assert.equal(await page.getByLabel("Chiffre d’affaires formation").inputValue(), "12O 000");
    await page.goForward();
    await expectValue(page, "expiry", "2029-03-15");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Certification calendar" }).waitFor();
    await expectValue(page, "expiry", "2029-03-15");
    await leave();
  });

  test("an answer that cannot be read leaves the last that could in every view, which says so", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=800000");
    await expectValue(page, "total-gross", "483000");
    await page.getByLabel("Chiffre d’affaires formation").fill("");
    await page.getByRole("link", { name: "Dossier", exact: true }).click();
    await page.getByText(/4\s830,00\s€/).first().waitFor();
    assert.ok(await page.getByText("cette page reprend la dernière valeur lisible.").isVisible());
    await page.reload();
    await page.getByText(/4\s830,00\s€/).first().waitFor();
    await page.getByRole("link", { name: "Devis", exact: true }).click();
    assert.equal(await page.getByLabel("Chiffre d’affaires formation").inputValue(), "");
    assert.ok(await page.getByText(/Audit blanc.*388\s€ HT/).first().isVisible());
    await leave();
  });

  test("what one view keeps is still there after a reload on another", async () => {
    const { page, leave } = await visit("#/nda?v=1&numero=11%2075%2012345%2075");
    await page.getByRole("link", { name: "Règles", exact: true }).click();
    await page.locator("tr[data-rule]").first().waitFor();
    await page.reload();
    await page.getByRole("link", { name: "NDA", exact: true }).click();
    assert.equal(await page.getByLabel("Numéro de déclaration d’activité").inputValue(), "11 75 12345 75");
    await leave();
  });

  test("a view is not made anew by what is ticked in it", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await page.getByLabel(/Audit blanc/).focus();
    await page.keyboard.press("Space");
    await expectValue(page, "total-gross", "253560");
    assert.ok(await page.getByLabel(/Audit blanc/).evaluate((box) => box === document.activeElement));
    await unfold(page);
    await page.getByLabel("Une première certification").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.getByLabel("Un transfert d’un autre certificateur").isChecked());
    await leave();
  });

  test("typing in a page that goes back writes nothing into the page it goes back to", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await go(page, "#/devis?v=1&cat=BC&ca=200000&sites=3");
    await page.getByLabel("Chiffre d’affaires formation").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("300000");
    await page.waitForURL(/ca=300000/);
    await page.goBack();
    await page.waitForURL(/cat=AF&ca=100000$/);
    await page.getByLabel("Sites, en plus du siège").click();
    await page.waitForTimeout(100);
    await page.waitForURL(/cat=AF&ca=100000$/);
    assert.equal((await page.getByLabel("Chiffre d’affaires formation").inputValue()).replace(/\s/g, ""), "100000");
    await leave();
  });

  test("a link followed in an open page brings its own answers, and back brings the earlier ones", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=800000");
    await expectValue(page, "days-initial", "2.5");
    await go(page, "#/devis?v=1&cat=AF&ca=100000");
    await expectValue(page, "days-initial", "1.0");
    await page.goBack();
    await expectValue(page, "days-initial", "2.5");
    await leave();
  });

  test("says when the other views cannot be loaded, and keeps the answers in the address", async () => {
    const { page, context } = await visit("#/devis?v=1&cat=CFA&ca=100000", {
      before: (page) => page.route(/views-.*\.(js|wasm)/, (route) => route.abort()),
    });
    await page.waitForSelector("html[data-ready=true]");
    await page.getByRole("link", { name: "Règles" }).click();
    await page.getByText("La suite n’a pas pu être chargée.").waitFor();
    await page.waitForURL(/#\/regles\?v=1&cat=CFA&ca=100000$/);
    await context.close();
  });

  test("the quote alone is all that a first visit needs", async () => {
    const asked = [];
    const { page, leave } = await visit("#/devis?v=1", {
      before: async (page) => {
        await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
        page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      },
    });
    await page.waitForSelector("html[data-ready=true]");
    await page.waitForTimeout(300);
    assert.deepEqual(asked.filter((path) => /(views|desk|en|qr)-/.test(path)), []);
    await leave();
  });

  test("each language, each view and a draft load the smallest module that holds them", async () => {
    for (const [fragment, lang, expected] of [
      ["", "fr-FR", "calliope"],
      ["#/devis?v=1&lang=en", "fr-FR", "en"],
      ["#/devis?v=1", "en-GB", "en"],
      ["#/devis?v=1", "de-DE", "calliope"],
      ["#/devis?v=1&lang=fr", "en-GB", "calliope"],
      ["#/regles", "fr-FR", "views"],
      ["#/nowhere", "en-GB", "views"],
      ["#/comparer", "fr-FR", "desk"],
    ]) {
      const asked = [];
      const { page, leave } = await visit(fragment, {
        lang,
        before: async (page) => {
          await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
          page.on("request", (request) => asked.push(new URL(request.url()).pathname));
        },
      });
      await page.waitForSelector("html[data-ready=true]");
      const modules = asked.filter((path) => path.endsWith(".wasm")).map((path) => path.match(/(\w+)-[^/]*\.wasm$/)[1]);
      assert.deepEqual(modules, [expected], fragment + lang);
      await leave();
    }
  });

  test("says the link to a phone as a code, and to a mail program", async () => {
    const { page, leave } = await visit("#/dossier?v=1&cat=AF.CFA&ca=120000");
    const link = page.url();
    const mail = await page.getByRole("link", { name: "Envoyer par e-mail" }).getAttribute("href");
    assert.equal(new URL(mail).searchParams.get("body"), link);
    await page.getByRole("button", { name: "Code QR" }).click();
    const path = page.locator("#qr svg path");
    await path.waitFor({ state: "attached" });
    // Read as a phone would: four pixels a module, dark on light.
    const side = Number((await page.locator("#qr svg").getAttribute("viewBox")).split(" ")[2]);
    const pixels = new Uint8ClampedArray(side * side * 16 * 4).fill(255);
    for (const [, x, y, run] of (await path.getAttribute("d")).matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let row = 0; row < 4; row += 1) {
        for (let column = 0; column < 4 * run; column += 1) {
          pixels.set([0, 0, 0, 255], 4 * (((Number(y) + 4) * 4 + row) * side * 4 + (Number(x) + 4) * 4 + column));
        }
      }
    }
    assert.equal(readCode(pixels, side * 4, side * 4)?.data, link);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "QR code" }).waitFor();
    await leave();
  });
});

describe("what the documents describe", () => {
  test("can be reached where docs/capabilities.md says", async () => {
    const page = await visit("#/devis?v=1");
    const rows = readFileSync(new URL("../../docs/capabilities.md", import.meta.url), "utf8").split("\n").filter((line) => /^\| [QN]\d/.test(line));
    const ids = new Set();
    for (const line of rows) {
      const [, id, , address, look] = line.split("|").map((cell) => cell.trim());
      ids.add(id);
      const fragment = address.replace(/`/g, "");
      await go(page.page, fragment);
      await page.page.waitForFunction((word) => document.querySelector(".menu [aria-current=page]")?.hash.startsWith(word), fragment.split("?")[0]);
      await unfold(page.page);
      const found = page.page.locator("main").getByText(look.replace(/^«\s*|\s*»$/g, "").replace(/\\/g, "")).first();
      await found.waitFor({ timeout: 4000 }).catch(() => assert.fail(`${id}: ${look} is not at ${fragment}`));
    }
    const expected = [...Array(35).keys()].map((n) => `Q${n + 1}`).concat([...Array(20).keys()].map((n) => `N${n + 1}`));
    assert.deepEqual(expected.filter((id) => !ids.has(id)), []);
    await page.leave();
  });
});

describe("paper", () => {
  test("the dossier as PDF holds every number on the screen", async () => {
    const { page, leave } = await visit(filled.dossier);
    const screen = await page.locator("main").innerText();
    const pdf = await page.pdf({ format: "A4" });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    const numbers = (text) => text.normalize("NFKC").replace(/(\d)\s(?=\d{3}\b)/g, "$1").match(/\d+(?:,\d+)?/g);
    const printed = new Set(numbers(text));
    const link = page.url();
    for (const number of numbers(screen.replaceAll(link, ""))) assert.ok(printed.has(number), `${number} is not on paper`);
    for (const words of ["Dossier d’audit Qualiopi", "Règles 2026.11", "Estimation", "Renseigner le public", "Simulation indicative"]) {
      assert.ok(text.replace(/\s+/g, " ").toLowerCase().includes(words.toLowerCase()), words);
    }
    await leave();
  });

  test("the calculation as JSON is the contract's, with its trace", async () => {
    const { page, leave } = await visit("#/dossier?v=1&cat=AF.CFA&ca=200000&sites=4&ne=AF&rs=1&audit=2026-12-01");
    const { text } = await download(page, () => page.getByRole("button", { name: /Télécharger le calcul/ }).click());
    const { link, assessment, trace } = JSON.parse(text);
    assert.equal(link, page.url());
    assert.equal(assessment.framework, "rnq-2026");
    assert.equal(assessment.days.initial, 3.0);
    assert.equal(assessment.quote.gross_cents, 759000);
    assert.ok(Object.keys(trace).includes("days"));
    await leave();
  });
});

describe("the quote, grown up", () => {
  test("adds the options that are ticked, and says the rest", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await expectValue(page, "total-gross", "207000");
    assert.match(await page.getByTestId("per-year").textContent(), /Par an\s: 690,00\s€/);
    await page.getByLabel(/Audit blanc/).check({ force: true });
    await expectValue(page, "total-gross", "253560");
    await page.waitForURL(/&options=white-audit$/);
    assert.ok(await page.getByText(/Étude d’un transfert\s: sur devis/).isVisible());
    assert.ok(await page.getByText(/Tarif valable jusqu’au 22\sdécembre\s2026/).isVisible());
    assert.match(await page.getByTestId("next-date").textContent(), /Audit initial, délai habituel, du 7\sdécembre\s2026 au 12\sdécembre\s2026/);
    await page.locator("summary", { hasText: "De quoi chaque audit est fait" }).click();
    assert.equal(await page.locator(".bars > li").count(), 3);
    assert.ok(await page.getByRole("cell", { name: "0,5 jour" }).first().isVisible());
    await leave();
  });
});

describe("everyone", () => {
  for (const [what, size, zoom] of [["320 px wide", { width: 320, height: 700 }, 1], ["at 200 %", { width: 640, height: 700 }, 2]]) {
    test(`scrolls down only: ${what}`, async () => {
      const { page, leave } = await visit(filled.quote, size);
      await page.evaluate((zoom) => { document.documentElement.style.fontSize = `${16 * zoom}px`; }, zoom);
      for (const fragment of Object.values(filled)) {
        await go(page, fragment);
        await page.waitForTimeout(100);
        await unfold(page);
        assert.deepEqual(await overflow(page), [], fragment);
      }
      await leave();
    });
  }

  test("walks every view with the keyboard alone, and always sees where the focus is", async () => {
    const { page, leave } = await visit(filled.quote);
    const walked = Object.entries(filled).filter(([name]) => !["quote", "tiles", "embedded", "nowhere"].includes(name));
    for (const [, fragment] of walked) {
      await page.evaluate(() => document.querySelectorAll("main h1, .part, .criterion").forEach((part) => { part.dataset.before = ""; }));
      await go(page, fragment);
      // The view itself, once the module that holds it has taken over.
      await page.locator(":is(.part, .criterion):not([data-before])").first().waitFor();
      await page.waitForFunction(() => document.activeElement.id === "title");
      const seen = new Set();
      for (let step = 0; step < 25; step += 1) {
        // Beyond the last link the focus goes to the browser's own window; back from there, that of Firefox shows no focus.
        if (await page.evaluate(() => [...document.querySelectorAll(".site-footer a")].findLast((link) => link.checkVisibility()) === document.activeElement)) break;
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          const box = (element.closest("label") ?? element).getBoundingClientRect();
          // The parts of a date draw their own mark inside the field.
          const outlined = element.type === "date" || [element, element.closest("label"), element.closest(".input")].some((part) => part && getComputedStyle(part).outlineStyle !== "none");
          // In the preview of the configurator: the frame shows the focus itself.
          const inFrame = element.localName === "calliope-quote";
          const visible = inFrame || box.width > 0 && box.bottom > 0 && box.top < innerHeight && outlined;
          return { name: `${element.tagName} ${element.id} ${element.textContent.slice(0, 20)} ${element.name ?? ""}`, visible };
        });
        assert.ok(focus.visible, `${fragment}: ${focus.name}`);
        seen.add(focus.name);
      }
      assert.ok(seen.size >= 4, `${fragment}: ${[...seen]}`);
    }
    await leave();
  });
});
