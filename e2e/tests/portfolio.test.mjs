// A portfolio of clients: a CSV file in, a CSV file of results out, the page staying free meanwhile.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { drafts, names } from "../lib/drafts.mjs";
import { base, close, download, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

const choose = (page, buffer) => page.getByLabel("Choisir un fichier CSV").setInputFiles({ name: "clients.csv", mimeType: "text/csv", buffer });
const said = (page) => page.getByTestId("portfolio-said");

/** A thousand clients; every tenth row is wrong. */
const thousand = ["nom;cat;ca;sites;remarque", ...Array.from({ length: 1000 }, (_, n) => `Client ${n};${n % 3 ? "AF" : "AF, CFA"};${(n + 1) * 1000};${n % 10 ? n % 4 : "beaucoup"};x`)].join("\r\n");

describe("a portfolio", () => {
  test("of a thousand rows is computed while the page stays free", async () => {
    const { page, leave } = await visit("#/brouillons");
    await page.evaluate(() => {
      window.turns = 0;
      window.progress = [];
      const turn = () => {
        window.turns += 1;
        const bar = document.querySelector("progress");
        if (bar) window.progress.push(bar.value);
        setTimeout(turn, 0);
      };
      turn();
    });
    await choose(page, Buffer.from(thousand));
    await said(page).getByText(/calculées\s: 900\. Lignes refusées\s: 100\./).waitFor();
    await said(page).getByText(/Colonnes inconnues, laissées de côté\s: remarque/).waitFor();
    const seen = await page.evaluate(() => window.progress);
    assert.ok(new Set(seen).size > 5, `the page had turns between the rows: ${seen}`);
    await page.getByText(/Ligne 2\s: «\sbeaucoup\s» n’est pas une valeur de la colonne sites/).waitFor();
    await page.getByText("et 80 autres").waitFor();
    const { text } = await download(page, () => page.getByRole("button", { name: "Télécharger les résultats" }).click());
    const rows = parse(text, { bom: true, delimiter: ";", columns: true });
    assert.equal(rows.length, 1000);
    const [bad, good] = rows;
    assert.match(bad.Erreur, /beaucoup/);
    assert.equal(good["Nom du client"], "Client 1");
    assert.equal(good["Audit initial"], "1,5");
    assert.match(good["Total TTC"], /^\d+,\d\d$/);
    assert.ok(good.Lien.startsWith(`${base}#/devis?v=1&cat=AF&ca=2000&sites=1`), good.Lien);

    // The same figures as the quote itself.
    const quote = await visit(good.Lien.slice(base.length));
    const gross = await quote.page.getByTestId("total-gross").getAttribute("data-value");
    assert.equal(Number(gross), Math.round(Number(good["Total TTC"].replace(",", ".")) * 100));
    await quote.leave();

    await page.getByRole("button", { name: "En faire des brouillons" }).click();
    await said(page).getByText("900 brouillons créés.").waitFor();
    assert.equal(Object.keys(await drafts(page)).length, 900);
    assert.equal((await names(page)).length, 20);

    // Once more: nothing is made twice.
    await choose(page, Buffer.from(thousand));
    await page.getByRole("button", { name: "En faire des brouillons" }).click();
    await said(page).getByText(/0\sbrouillon créé\. Déjà là\s: 900\./).waitFor();
    assert.equal(Object.keys(await drafts(page)).length, 900);
    await leave();
  });

  test("is stopped when asked, and gives what was done", async () => {
    const { page, leave } = await visit("#/brouillons");
    await page.evaluate(() => {
      const seen = new MutationObserver(() => document.querySelector(".progress button")?.click());
      seen.observe(document.body, { childList: true, subtree: true });
    });
    await choose(page, Buffer.from(thousand));
    await said(page).getByText(/Arrêté après \d+ lignes sur 1000\./).waitFor();
    const { text } = await download(page, () => page.getByRole("button", { name: "Télécharger les résultats" }).click());
    assert.ok(parse(text, { bom: true, delimiter: ";", columns: true }).length < 1000);
    await leave();
  });

  test("is read as old spreadsheets write it, and refused with a reason", async () => {
    const { page, leave } = await visit("#/brouillons");
    await choose(page, Buffer.from("nom;cat;ca;statut\r\nAt\xe9lier;AF;100000;ind\xe9pendant\r\n", "latin1"));
    await said(page).getByText(/calculées\s: 1\. Lignes refusées\s: 0\./).waitFor();
    const { text } = await download(page, () => page.getByRole("button", { name: "Télécharger les résultats" }).click());
    assert.match(text, /Atélier/);
    for (const [file, reason] of [
      ["", "Le fichier est vide."],
      ["a;b\n1;2\n", /doit nommer les colonnes nom, cat et ca\. Lu\s: a, b/],
      ["nom;cat;ca;cat\n", "La colonne cat figure deux fois."],
      [`nom;cat;ca\n${"A;AF;1\n".repeat(5001)}`, /plus de 5\s000 lignes/],
    ]) {
      await choose(page, Buffer.from(file));
      await said(page).getByText(reason).waitFor();
    }
    const model = await download(page, () => page.getByRole("button", { name: "Télécharger un modèle" }).click());
    await choose(page, Buffer.from(model.text));
    await said(page).getByText(/calculées\s: 1\. Lignes refusées\s: 0\./).waitFor();
    await leave();
  });
});
