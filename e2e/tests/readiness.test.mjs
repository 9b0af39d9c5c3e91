// The white audit one does oneself, and profiles side by side.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { asKept, drafts, keep, made } from "../lib/drafts.mjs";
import { accessible, close, expectValue, go, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

/** The readiness of a saved client. */
async function open(link = "#/devis?v=1&cat=AF&ca=100000&rncp=1&audit=2026-12-01", readiness = {}) {
  const draft = made("a", "Atelier", { link });
  draft.work.readiness = readiness;
  const visitor = await visit("#/brouillons", { before: keep(asKept([draft])) });
  await visitor.page.getByTestId("draft-item").getByRole("button", { name: "Préparer l’audit" }).click();
  await visitor.page.getByTestId("readiness").waitFor();
  return visitor;
}

const noted = (progress, more = {}) => ({ progress, note: "", who: "", by: "", evidence: [], ...more });
const menu = (page, name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
const verdict = (page) => page.getByTestId("readiness-verdict").getAttribute("data-value");

describe("readiness", () => {
  test("is kept with a draft, which is saved first", async () => {
    const { page, leave } = await visit("#/preparation?v=1&cat=AF&ca=100000");
    await page.getByText("La préparation se garde avec un brouillon.").waitFor();
    await page.getByLabel("Nom du client").fill("Atelier");
    await page.getByRole("button", { name: "Enregistrer ce brouillon" }).click();
    await page.getByLabel("Où en est l’indicateur 1").selectOption("ready");
    await expectValue(page, "readiness", "1");
    await page.reload();
    await expectValue(page, "readiness", "1");
    await leave();
  });

  test("follows notes, evidence, who and by when, one criterion at a time", async () => {
    const { page, leave } = await open();
    await page.getByTestId("preparation-1").getByText("Notes et preuves").last().click();
    const one = page.getByTestId("preparation-1");
    await one.getByLabel("Notes", { exact: true }).fill("À dater\navant Noël");
    await one.getByLabel("Qui s’en charge").fill("Nadia");
    await one.getByLabel("Pour quand").fill("2026-11-20");
    await one.getByRole("button", { name: "Reprendre cette liste" }).click();
    await one.getByRole("checkbox", { name: /fiche programme en ligne/ }).check();
    await one.getByRole("button", { name: "Ajouter une preuve" }).click();
    await page.keyboard.type("Capture du site");
    await one.getByRole("button", { name: /Retirer la preuve mention accessibilité/ }).click();
    await one.getByText("1 preuve prête sur 4").waitFor();
    const late = page.locator('[data-date="2026-11-20"]');
    assert.match(await late.textContent(), /indicateur 1.*\(Nadia\).*en retard/);
    await page.getByRole("button", { name: /Voir le critère 2 seul/ }).click();
    await page.getByTestId("preparation-4").waitFor();
    assert.equal(await page.getByTestId("preparation-1").count(), 0);
    await late.getByRole("button").click();
    await one.waitFor();
    await page.waitForTimeout(400);
    const { Atelier } = await drafts(page);
    assert.deepEqual(Atelier.work.readiness["1"], {
      progress: "not-started",
      note: "À dater\navant Noël",
      who: "Nadia",
      by: "2026-11-20",
      evidence: [
        { text: "fiche programme en ligne", ready: true },
        { text: "tarifs et délais d’accès", ready: false },
        { text: "proposition commerciale datée", ready: false },
        { text: "Capture du site", ready: false },
      ],
    });
    await leave();
  });

  test("says what an audit would conclude today", async () => {
    const { page, leave } = await open();
    assert.equal(await verdict(page), "certified");
    await page.getByText(/indicateurs ne sont pas prêts/).waitFor();
    await page.getByRole("button", { name: /Voir le critère 2 seul/ }).click();
    const four = page.getByLabel("Où en est l’indicateur 4");
    assert.deepEqual(await four.locator("option").evaluateAll((options) => options.map((option) => option.value)), ["not-started", "in-progress", "ready", "major"]);
    await four.selectOption("major");
    await page.waitForSelector('[data-testid="readiness-verdict"][data-value="awaiting-correction"]');
    await page.getByText("Une majeure, à l’indicateur 4.").waitFor();
    await four.selectOption("ready");
    await page.waitForSelector('[data-testid="readiness-verdict"][data-value="certified"]');
    await leave();
    const many = Object.fromEntries([1, 2, 9, 12, 17].map((number) => [number, noted("minor")]));
    const other = await open(undefined, many);
    await other.page.getByText(/elles comptent ensemble pour une majeure/).waitFor();
    assert.equal(await verdict(other.page), "awaiting-correction");
    await other.page.getByLabel("les non-conformités").check({ force: true });
    await other.page.getByTestId("preparation-17").waitFor();
    assert.equal(await other.page.locator(".preparation").count(), 5);
    await other.leave();
  });

  test("keeps what was noted when an indicator no longer applies, and gives it back", async () => {
    const { page, leave } = await open(undefined, { 3: noted("ready", { note: "Taux affichés" }) });
    await expectValue(page, "readiness", "1");
    await menu(page, "Devis");
    await page.getByTestId("days-initial").waitFor();
    await page.locator("details").first().evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await page.getByLabel(/RNCP/).uncheck({ force: true });
    await menu(page, "Préparation");
    await expectValue(page, "readiness", "0");
    const folded = page.getByTestId("folded");
    await folded.locator("summary").click();
    await folded.getByText("Taux affichés").waitFor();
    await go(page, "#/preparation?v=1&cat=AF&ca=100000&rncp=1&audit=2026-12-01");
    await menu(page, "Brouillons");
    assert.equal((await drafts(page)).Atelier.work.readiness["3"].note, "Taux affichés");
    await leave();
  });

  test("is printed as a preparation file", async () => {
    const { page, leave } = await open(undefined, { 12: noted("in-progress", { note: "Relances à tracer", who: "Karim", by: "2026-12-15", evidence: [{ text: "Feuilles de présence", ready: true }] }) });
    const pdf = await page.pdf();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    const flat = text.replace(/\s+/g, " ");
    for (const part of ["Fiche de préparation", "Atelier", "Relances à tracer", "Karim", "15 décembre 2026", "☑ Feuilles de présence", "en cours"]) {
      assert.ok(flat.includes(part), `${part}: ${flat.slice(0, 400)}`);
    }
    await leave();
  });
});

describe("the comparison", () => {
  test("shows what-ifs side by side, changed in place, in one link", async () => {
    const { page, leave } = await visit("#/comparer?v=1&cat=AF&ca=100000");
    await page.getByText("Ajoutez un scénario pour voir ce qui change.").waitFor();
    const gross = () => page.getByTestId("compared-gross").evaluateAll((cells) => cells.map((cell) => Number(cell.dataset.value)));
    await page.getByRole("button", { name: "Un site de plus" }).click();
    await page.getByRole("button", { name: "Autre tranche de chiffre d’affaires" }).click();
    await page.getByRole("button", { name: "Une catégorie de plus" }).click();
    await page.getByText("Quatre profils au plus").waitFor();
    assert.ok(await page.getByRole("button", { name: "Un site de plus" }).isDisabled());
    const [base, site, turnover, category] = await gross();
    assert.ok(site > base && turnover > base && category >= base);
    await page.getByLabel("Sites, en plus du siège, Scénario B").fill("beaucoup");
    await page.getByText(/beaucoup.*n’est pas un nombre/).waitFor();
    assert.equal((await gross())[1], site);
    await page.getByLabel("Sites, en plus du siège, Scénario B").fill("12");
    await page.waitForFunction((site) => Number(document.querySelectorAll("[data-testid=compared-gross]")[1].dataset.value) > site, site);
    await page.getByRole("button", { name: "Retirer Scénario C" }).click();
    assert.equal((await gross()).length, 3);

    // The link alone brings everything back.
    const url = page.url();
    const seen = await gross();
    const other = await visit(url.slice(url.indexOf("#")));
    assert.deepEqual(await other.page.getByTestId("compared-gross").evaluateAll((cells) => cells.map((cell) => Number(cell.dataset.value))), seen);
    await accessible(other.page, "comparison");
    await other.page.getByRole("link", { name: /Ouvrir comme devis.: Scénario B/ }).click();
    await expectValue(other.page, "total-gross", String(seen[1]));
    await other.leave();
    await leave();
  });

  test("says which indicators come and go, and what else differs", async () => {
    const { page, leave } = await visit("#/comparer?v=1&cat=AF&ca=100000&audit=2026-12-01&b=cat~CFA~ca~100000~st~1~audit~2026-12-01&c=cat~AX~ca~1");
    const row = (name) => page.getByRole("row", { name: new RegExp(`^${name}`) });
    const cells = async (name) => (await row(name).locator("td").allTextContents()).map((cell) => cell.trim());
    assert.match((await cells("Indicateurs en plus"))[1], /\b13\b.*\b33\b/);
    assert.equal((await cells("Indicateurs en moins"))[1], "aucun");
    assert.match((await cells("Autres réponses"))[1], /sous-traitants.*oui/);
    await page.getByText("Une partie de Scénario C n’a pas pu être lue").waitFor();
    await leave();
  });

  test("takes drafts beside the quote", async () => {
    const { page, leave } = await visit("#/comparer?v=1&cat=AF&ca=100000", { before: keep(asKept([made("a", "Atelier ~ Nord", { link: "#/devis?v=1&cat=BC&ca=900000" })])) });
    await page.getByLabel("Brouillon à comparer").selectOption({ label: "Atelier ~ Nord" });
    await page.getByRole("columnheader", { name: /Atelier - Nord/ }).waitFor();
    await page.waitForURL(/b=cat~BC~ca~900000~nom~Atelier/);
    await leave();
  });
});
