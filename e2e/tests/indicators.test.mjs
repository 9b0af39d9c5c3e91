// The indicator grid, through the built site.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { close, download, go, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

const shown = (page) => page.locator("li.indicator:visible");

/** Waits until as many indicators are seen as `fits` wants. */
async function expectShown(page, fits) {
  const until = Date.now() + 3000;
  while (!fits(await shown(page).count())) {
    assert.ok(Date.now() < until, `${await shown(page).count()} are shown, not ${fits}`);
    await page.waitForTimeout(20);
  }
}
const row = (page, number) => page.getByTestId(`indicator-row-${number}`);
const applicable = (page) => page.locator('li.indicator[data-applies="yes"]').count();

describe("the grid", () => {
  test("says what applies, what does not and what is to confirm, each with its reason", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&cat=AF&ca=100000&ne=AF&rs=1&audit=2026-12-01");
    assert.equal(await shown(page).count(), 33);
    assert.match(await page.title(), /^Indicateurs · Calliope$/);
    for (const [number, applies, newEntrant, reason] of [
      [1, "yes", "false", "S’applique à tous les prestataires."],
      [2, "yes", "true", "S’applique à tous les prestataires."],
      [3, "confirm", "false", "Certification inscrite au seul RS"],
      [12, "yes", "false", "Au moins une formation dure plus de deux jours."],
      [14, "no", "false", /Ne concerne que\s: CFA\./],
      [27, "no", "false", "Vous ne faites appel ni à des sous-traitants ni au portage."],
      [33, "no", "false", /Ne concerne que\s: CFA\./],
    ]) {
      assert.equal(await row(page, number).getAttribute("data-applies"), applies, `${number}`);
      assert.equal(await row(page, number).getAttribute("data-new-entrant"), newEntrant, `${number}`);
      assert.ok(await row(page, number).getByText(reason).isVisible(), `${number}: ${reason}`);
    }
    await row(page, 2).locator("summary").click();
    assert.ok(await row(page, 2).getByText("taux de satisfaction").isVisible());
    assert.ok(await row(page, 2).getByText("chiffres contrôlés à la surveillance").isVisible());
    assert.ok(await row(page, 2).getByText("mode de calcul transparent").isVisible());
    await leave();
  });

  test("a CFA has 32 at 31 October 2026 and 33 at 1 November, and the comparison says which changed", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&cat=CFA&ca=100000&st=1&audit=2026-10-31");
    assert.equal(await applicable(page), 32);
    assert.equal(await shown(page).count(), 32);
    await page.getByRole("button", { name: "1er novembre 2026" }).click();
    const summary = page.locator(".versus-count");
    await summary.getByText(/31\soctobre\s2026\s: 32\sindicateurs\. 1er\snovembre\s2026\s: 33\sindicateurs\./).waitFor();
    assert.match(await summary.textContent(), /En plus\s: 33\. En moins\s: aucun\. Modifiés\s: 1, 2, 3, 7, 9, 12, 14, 15, 19, 20, 27, 30, 31, 32\./);
    assert.equal(await page.locator('[data-testid^="versus-row-"]').count(), 15);
    assert.equal(await page.getByTestId("versus-row-33").getAttribute("data-differs"), "true");
    await page.waitForURL(/&face=2026-11-01$/);
    await go(page, "#/indicateurs?v=1&cat=CFA&ca=100000&st=1&audit=2026-11-01");
    await row(page, 33).waitFor();
    assert.equal(await applicable(page), 33);
    await leave();
  });

  test("says why a date cannot be compared with", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&face=2020-01-01");
    assert.ok(await page.getByText(/Les audits antérieurs au 1er\sseptembre\s2023 ne sont pas couverts\./).isVisible());
    await leave();
  });

  test("is filtered by criterion, state, mark and words without accents, in the address", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&cat=AF&ca=100000&audit=2026-12-01");
    await page.getByRole("button", { name: /N’afficher que le critère 6/ }).click();
    await expectShown(page, (count) => count === 7);
    await page.getByRole("button", { name: "Effacer les filtres" }).click();
    await page.getByLabel("Ne s’applique pas", { exact: true }).check({ force: true });
    await expectShown(page, (count) => count === 11);
    await page.getByLabel("Tous", { exact: true }).check({ force: true });
    await page.getByLabel("Revu en surveillance").check({ force: true });
    await expectShown(page, (count) => count === 13);
    await page.getByLabel("Majeure seulement").check({ force: true });
    await expectShown(page, (count) => count < 13);
    await page.getByRole("button", { name: "Effacer les filtres" }).click();
    await page.getByLabel("Chercher").pressSequentially("mediation");
    await expectShown(page, (count) => count === 1);
    assert.ok(await row(page, 31).isVisible());
    await page.waitForURL(/&q=mediation$/);
    await page.reload();
    await row(page, 31).waitFor();
    assert.equal(await page.getByLabel("Chercher").inputValue(), "mediation");
    await page.getByLabel("Chercher").fill("zzz");
    await page.getByText("Aucun indicateur ne répond à ces filtres.").waitFor();
    await expectShown(page, (count) => count === 0);
    await leave();
  });

  test("shows tiles, and is walked with the arrows", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&cat=AF&ca=100000");
    await page.getByLabel("Grille", { exact: true }).check({ force: true });
    await page.waitForURL(/&forme=grille$/);
    await row(page, 1).locator("summary").focus();
    await page.keyboard.press("ArrowDown");
    const focused = () => page.evaluate(() => document.activeElement.closest("li")?.dataset.testid);
    assert.equal(await focused(), "indicator-row-2");
    await page.keyboard.press("End");
    assert.equal(await focused(), "indicator-row-33");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    assert.ok(await row(page, 1).getByText("Preuves à préparer", { exact: true }).isVisible());
    await leave();
  });

  test("leaves as a table that a spreadsheet opens", async () => {
    const { page, leave } = await visit("#/indicateurs?v=1&cat=CFA&ca=100000&audit=2026-12-01");
    const { name, text } = await download(page, () => page.getByRole("button", { name: "Télécharger la grille complète (CSV)" }).click());
    assert.equal(name, "calliope-indicateurs-2026-12-01.csv");
    assert.equal(text.codePointAt(0), 0xfeff);
    const rows = parse(text, { bom: true, delimiter: ";", columns: true });
    assert.equal(rows.length, 33);
    for (const cells of rows) {
      for (const cell of Object.values(cells)) assert.doesNotMatch(cell, /^[=+\-@]/);
      const on = await row(page, cells["N°"]).getAttribute("data-applies");
      assert.equal(cells["État"], { yes: "S’applique", no: "Ne s’applique pas", confirm: "À confirmer" }[on]);
    }
    assert.equal(rows[32]["Gravité"], "Gravité à fixer par le guide V10");
    await leave();
  });
});
