// The quote view, through the built site.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { accessible, allowClipboard, base, close, expectValue, launch, overflow, value, visit } from "../lib/site.mjs";

before(launch);
after(close);

describe("a prospect", () => {
  test("reads days and price in French, then sharpens them answer by answer", async () => {
    const { page, leave } = await visit();
    assert.equal(await page.getAttribute("html", "lang"), "fr");
    assert.match(await page.title(), /^Devis · Calliope$/);
    await expectValue(page, "days-initial", "1.0");
    await expectValue(page, "total-gross", "207000");
    assert.equal(await page.getByTestId("total-gross").textContent(), "2\u202f070,00\u00a0€");
    assert.equal(await page.getByTestId("days-surveillance").textContent(), "0,5\u00a0jour");

    const turnover = page.getByLabel("Chiffre d’affaires formation");
    await turnover.fill("");
    await turnover.pressSequentially("400000");
    await expectValue(page, "days-initial", "1.5");
    await expectValue(page, "days-surveillance", "1.0");
    assert.ok(await page.getByText("Estimation : de 0,5 à 1 jour, à confirmer par le certificateur").isVisible());
    assert.ok(await page.getByText("selon la durée de la surveillance").isVisible());

    await page.getByRole("checkbox", { name: /^Formation par apprentissage/ }).check();
    await expectValue(page, "days-initial", "2.0");
    await page.getByLabel("Sites, en plus du siège").fill("4");
    await expectValue(page, "days-initial", "3.0");
    await page.getByLabel("Oui : Actions de formation").check();
    await expectValue(page, "days-surveillance", "2.5");
    await page.getByLabel("Un indépendant").check();
    await page.getByText("Remise indépendant").waitFor();
    await leave();
  });

  test("reads the same in English, by the browser or by the switch", async () => {
    const english = await visit("", { lang: "en-GB" });
    assert.equal(await english.page.getAttribute("html", "lang"), "en");
    assert.equal(await english.page.getByTestId("total-gross").textContent(), "€2,070.00");
    assert.equal(await english.page.getByTestId("days-surveillance").textContent(), "0.5\u00a0days");
    await english.leave();

    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=400000");
    await page.getByRole("button", { name: "English" }).click();
    await page.waitForSelector("html[lang=en]");
    await expectValue(page, "days-initial", "1.5");
    assert.ok(await page.getByText("Estimate: 0.5 to 1 day, to be confirmed by the certifier").isVisible());
    await page.waitForURL(/&lang=en$/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "language");
    await leave();
  });

  test("opens how a figure was reached: sentence, steps, total, sources", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF.CFA&ca=800000&sites=4");
    await page.getByRole("button", { name: "Expliquer : Audit initial" }).click();
    const panel = page.locator("#why-days-initial");
    for (const text of ["Base, 750 000 € et plus", "+ 1 jour", "2 sites sur 4", "Total", "4 jours", "une source", "art. 4"]) {
      await panel.getByText(text).first().waitFor();
    }
    await page.getByLabel("Sites, en plus du siège").fill("0");
    await panel.getByText("3 jours").waitFor();
    for (const id of ["days-surveillance", "days-renewal", "total-net", "total-vat", "total-gross", "indicator-count"]) {
      await page.locator(`button:has([data-testid="${id}"])`).click();
      await page.locator(`#why-${id} table tr`).first().waitFor();
    }
    await leave();
  });

  test("keeps what cannot be read, with its error, and the last good result, dimmed", async () => {
    const { page, leave } = await visit();
    const turnover = page.getByLabel("Chiffre d’affaires formation");
    await turnover.fill("12O 000");
    assert.ok(await page.getByText("« 12O 000 » n’est pas un montant. Exemple : 120 000").isVisible());
    assert.equal(await turnover.inputValue(), "12O 000");
    assert.equal(await turnover.getAttribute("aria-invalid"), "true");
    assert.ok(await page.getByText("Le résultat ci-dessous est celui de la dernière réponse lisible.").isVisible());
    assert.equal(await value(page, "total-gross"), "207000");
    assert.ok(await page.locator(".outcome.stale").isVisible());
    for (const typed of ["150000", "150 000", "150.000", "150 000,50 €"]) {
      await turnover.fill(typed);
      await expectValue(page, "days-initial", "1.5");
      await turnover.fill("100000");
      await expectValue(page, "days-initial", "1.0");
    }
    assert.equal(await page.locator(".outcome.stale").count(), 0);

    await page.getByRole("checkbox", { name: "Actions de formation", exact: true }).uncheck();
    await page.getByText("Choisissez au moins une catégorie.").waitFor();
    await page.getByRole("checkbox", { name: /^Bilans/ }).check();
    await page.getByLabel("Sites, en plus du siège").fill("deux");
    assert.ok(await page.getByText("« deux » n’est pas un nombre entier. Exemple : 2").isVisible());
    await page.getByLabel("Sites, en plus du siège").fill("999999");
    assert.ok(await page.getByText(/^Au plus 100.000\.$/).isVisible());
    await page.getByLabel("Sites, en plus du siège").fill("");
    await page.getByLabel("Date de l’audit initial").fill("2023-08-31");
    assert.ok(await page.getByText("Les audits antérieurs au 1er septembre 2023 ne sont pas couverts.").isVisible());
    await leave();
  });

  test("budgets another band for the surveillance", async () => {
    const { page, leave } = await visit();
    await page.getByText("Autres précisions").click();
    await page.getByLabel("Le chiffre d’affaires changera de tranche").check();
    await page.getByLabel("Chiffre d’affaires attendu à la surveillance").fill("200 000");
    await expectValue(page, "days-surveillance", "1.0");
    await expectValue(page, "days-initial", "1.0");
    await page.waitForURL(/&ca2=200000/);
    await leave();
  });

  test("sees a duration that is not established marked in the total too", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=100000&lieu=drom");
    assert.ok(await page.getByText(/^Estimation\s: au plus 1\sjour, à confirmer/).isVisible());
    assert.ok(await page.getByText(/^Estimation\s: au plus 3\s450\s€ TTC/).isVisible());
    assert.match(await page.locator(".summary").textContent(), /≈ 1\sj · ≈ 3\s450\s€/);
    assert.ok(await page.getByLabel("Outre-mer").isVisible(), "an answer that is folded away shows itself");
    await page.locator('button:has([data-testid="total-net"])').click();
    await page.locator("#why-total-net").getByText(/1\sj × 1\s150\s€ \+ une demi-journée à 575\s€/).waitFor();
    await leave();
  });
});

describe("the law", () => {
  const rows = readFileSync(new URL("../../crates/rules/tests/golden/durations.csv", import.meta.url), "utf8")
    .trim().split("\n").slice(1).map((line) => line.split(","));
  const wanted = ["D01", "D07", "D21", "D43", "D45"];
  for (const [id, , turnover, categories, sites, newEntrant, audit, days] of rows.filter(([id]) => wanted.includes(id))) {
    test(`${id}: ${categories}, ${turnover} €, ${audit}: ${days}`, async () => {
      const codes = categories.replaceAll("|", ".");
      const link = `#/devis?v=1&cat=${codes}&ca=${turnover}&sites=${sites}${newEntrant === "yes" ? `&ne=${codes}` : ""}`;
      const { page, leave } = await visit(link);
      await expectValue(page, `days-${audit}`, days);
      await leave();
    });
  }

  test("33 indicators for a CFA from 1 November 2026, 32 the day before", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=100000&st=1&audit=2026-10-31");
    await expectValue(page, "indicator-count", "32");
    await expectValue(page, "framework", "rnq-2019-v9");
    await page.getByLabel("Date de l’audit initial").fill("2026-11-01");
    await expectValue(page, "indicator-count", "33");
    await expectValue(page, "framework", "rnq-2026");
    await leave();
  });
});

describe("a link", () => {
  test("opened cold restores every answer, and the address follows the answers", async () => {
    const link = "#/devis?v=1&cat=AF.VAE&ca=760000&sites=2&ne=VAE&rncp=1&audit=2027-03-01&statut=independant&lieu=drom";
    const { page, leave } = await visit(link);
    assert.ok(await page.getByRole("checkbox", { name: "Actions de formation", exact: true }).isChecked());
    assert.ok(await page.getByRole("checkbox", { name: /^Validation des acquis/ }).isChecked());
    assert.ok(await page.getByLabel("Oui : Validation des acquis").isChecked());
    assert.ok(await page.getByLabel("Un indépendant").isChecked());
    assert.equal(await page.getByLabel("Sites, en plus du siège").inputValue(), "2");
    assert.equal(await page.getByLabel("Date de l’audit initial").inputValue(), "2027-03-01");
    assert.equal(new URL(page.url()).hash, link);
    await page.getByLabel("Sites, en plus du siège").fill("3");
    await page.waitForURL((url) => url.hash.includes("&sites=3&"));
    await leave();
  });

  test("changed by hand in an open page is taken at once", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await page.evaluate(() => { location.hash = "#/devis?v=1&cat=CFA&ca=100000"; });
    await expectValue(page, "days-initial", "1.5");
    await leave();
  });

  test("with unknown keys and bad values lists them and keeps the rest", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=200000&sites=deux&teinte=rouge");
    const banner = page.getByTestId("link-banner");
    assert.ok(await banner.getByText("« teinte » n’est pas connu.").isVisible());
    assert.ok(await banner.getByText("« sites = deux » n’a pas pu être repris.").isVisible());
    await expectValue(page, "days-initial", "1.5");
    await accessible(page, "banner");
    await banner.getByRole("button", { name: "Fermer" }).click();
    assert.equal(await banner.count(), 0);
    await leave();
  });

  test("copied is the address of the page", async () => {
    const { page, context, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await allowClipboard(context);
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await page.getByText("Lien copié").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${base}#/devis?v=1&cat=AF&ca=100000`);
    await leave();
  });

  test("to a view that does not exist leads on", async () => {
    const { page, leave } = await visit("#/nulle-part");
    assert.ok(await page.getByRole("heading", { name: "Cette adresse n’existe pas" }).isVisible());
    await accessible(page, "lost");
    assert.equal(new URL(page.url()).hash, "#/nulle-part");
    await page.getByRole("link", { name: "Voir le devis" }).click();
    await expectValue(page, "days-initial", "1.0");
    await leave();
  });
});

describe("everyone", () => {
  for (const lang of ["fr-FR", "en-GB"]) {
    for (const scheme of ["light", "dark"]) {
      test(`finds no barrier: ${lang}, ${scheme}`, async () => {
        const { page, leave } = await visit("#/devis?v=1&cat=AF.CFA&ca=400000&ne=CFA", { lang, scheme });
        await accessible(page, "closed");
        await page.locator("details.more summary").click();
        for (const button of await page.locator("button.figure-value").all()) await button.click();
        await page.locator("#turnover").fill("x");
        await accessible(page, "open, with an error");
        await leave();
      });
    }
  }

  test("needs no sideways scrolling at 320 px, 280 px or with text at 200 %", async () => {
    for (const width of [320, 280]) {
      const { page, leave } = await visit("#/devis?v=1&cat=AF.BC.VAE.CFA&ca=999999999999&sites=400", { width, height: 700 });
      for (const button of await page.locator("button.figure-value").all()) await button.click();
      assert.deepEqual(await overflow(page), [], `${width} px`);
      await leave();
    }
    const { page, leave } = await visit("", { width: 640, height: 700 });
    // The policy forbids injected styles; the browser's own setting is what readers change.
    await page.evaluate(() => { document.documentElement.style.setProperty("font-size", "200%"); });
    assert.deepEqual(await overflow(page), [], "200 %");
    await leave();
  });

  test("gets through with the keyboard alone", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "title");
    await page.waitForURL(/#\/devis/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.getByText("Choisissez au moins une catégorie.").waitFor();
    await page.keyboard.press("Space");
    await expectValue(page, "days-initial", "1.0");
    await page.getByRole("button", { name: "Expliquer : Audit initial" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("#why-days-initial").waitFor();
    await leave();
  });

  test("sees the result at the foot of a phone, one tap away", async () => {
    const { page, leave } = await visit("", { width: 360, height: 740 });
    const bar = page.locator(".summary button");
    assert.match(await bar.textContent(), /1\sj \+ 0,5\sj · 2\s070\s€\sTTC · 22\sindicateurs/);
    await bar.click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "result");
    await leave();
  });
});
