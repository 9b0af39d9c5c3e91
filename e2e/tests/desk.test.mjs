// Eligibility, declaration of activity, non-conformities, rules: what a consultant looks up.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { allowClipboard, close, expectValue, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

const requirements = (page) => page.locator("[data-requirement]").evaluateAll((items) => items.map((item) => item.dataset.requirement));

describe("eligibility", () => {
  test("says what is missing until nothing is, then what to send", async () => {
    const { page, leave } = await visit("#/eligibilite?v=1&cat=AF.CFA&ca=100000");
    assert.deepEqual(await requirements(page), ["nda", "service-in-each-category", "sworn-statement"]);
    await page.getByLabel("Demandée").check({ force: true });
    await page.getByLabel("Date de la demande de NDA").fill("2026-11-01");
    await page.getByRole("checkbox", { name: "Actions de formation" }).check({ force: true });
    await page.getByRole("checkbox", { name: /apprentissage/ }).check({ force: true });
    await page.getByLabel(/attester sur l’honneur/).check({ force: true });
    await page.getByText(/Rien ne manque\s: vous pouvez demander l’audit\./).waitFor();
    await page.getByLabel(/Dernier refus ou retrait/).fill("2026-09-01");
    await page.getByText(/Attendre le 1er\sdécembre\s2026/).waitFor();
    await page.getByRole("link", { name: "Devis" }).click();
    await page.getByText("1 condition à remplir avant l’audit.").waitFor();
    await leave();
  });

  test("says whether a subcontractor on CPF actions must be certified", async () => {
    const { page, leave } = await visit("#/eligibilite?v=1");
    await page.getByLabel("Date du contrat de sous-traitance").fill("2026-11-01");
    await page.getByText("Vous devez être certifié pour sous-traiter").waitFor();
    await page.getByLabel(/micro-social, hors taxes/).fill("77 700");
    await page.getByText("Vous êtes dispensé").waitFor();
    await page.getByLabel(/micro-social, hors taxes/).fill("77 701");
    await page.getByText("Vous devez être certifié pour sous-traiter").waitFor();
    await page.getByLabel("Date du contrat de sous-traitance").fill("2024-03-31");
    await page.getByText("Le contrat précède l’obligation").waitFor();
    await leave();
  });

  test("gives a holder durations, dates and steps", async () => {
    const { page, leave } = await visit("#/eligibilite?v=1&cat=AF&ca=100000&titulaire=extension");
    await page.getByRole("checkbox", { name: /Validation des acquis/ }).check({ force: true });
    await page.getByText(/Durée\s: 1\sjour, sur place\./).waitFor();
    await page.getByLabel("Changer de certificateur").check({ force: true });
    await page.getByLabel("Date de la demande de transfert").fill("2026-11-20");
    await page.getByText(/transmet le dossier au plus tard le 5\sdécembre\s2026/).waitFor();
    assert.ok(await page.getByText(/décide au plus tard le 4\sjanvier\s2027/).isVisible());
    await page.getByRole("link", { name: "Voir le devis correspondant" }).click();
    await page.waitForURL(/#\/devis\?.*voie=transfert/);
    assert.ok(await page.getByLabel("Un transfert d’un autre certificateur").isChecked());
    assert.ok(await page.getByText(/Le cycle en cours continue\s: pas d’audit initial/).isVisible());
    assert.match(await page.getByTestId("next-date").textContent(), /Indiquez la date de décision/);
    await leave();
  });
});

describe("the declaration of activity", () => {
  test("is a file whose documents must be young enough", async () => {
    const { page, leave } = await visit("#/nda?v=1");
    const documents = () => page.locator("[data-document]").evaluateAll((items) => items.map((item) => item.dataset.document));
    assert.deepEqual(await documents(), ["siren", "casier", "identite", "formateurs", "contrat", "programme"]);
    await page.getByLabel("Date de dépôt du dossier").fill("2026-12-01");
    await page.getByLabel("Date du bulletin n° 3").fill("2026-10-31");
    await page.getByText(/Trop ancienne\s: elle doit dater du 1er\snovembre\s2026 ou après\./).waitFor();
    await page.getByLabel("Date du bulletin n° 3").fill("2026-11-01");
    await page.getByText("Assez récente.").waitFor();
    await page.getByLabel(/micro-social, hors taxes/).fill("77 700");
    await page.locator('[data-document="presentation"]').waitFor();
    assert.deepEqual(await documents(), ["siren", "casier", "identite", "presentation"]);
    await page.getByLabel("CFA d’entreprise").check({ force: true });
    await page.getByRole("checkbox", { name: "Attestation du CFA d’entreprise" }).check({ force: true });
    await page.getByText("1 pièce prête sur 5").waitFor();
    await expectValue(page, "registered-by-silence", "2027-02-01");
    await leave();
  });

  test("checks the number as it is typed, then writes the mention", async () => {
    const { page, context, leave } = await visit("#/nda?v=1");
    await allowClipboard(context);
    const number = page.getByLabel("Numéro de déclaration d’activité");
    const said = page.getByTestId("nda-number-check");
    await number.pressSequentially("1175");
    await said.getByText("4 chiffres sur onze.").waitFor();
    await number.fill("1175123457A");
    await page.getByText(/«\sA\s» n’est pas un chiffre/).waitFor();
    await number.fill("11 75 12345 69");
    await said.getByText("Le département est écrit deux fois, et diffère.").waitFor();
    await number.fill("83 63 04567 63");
    await said.getByText("Auvergne-Rhône-Alpes").waitFor();
    const mention = page.getByTestId("mention");
    assert.equal(await mention.textContent(), "Déclaration d'activité enregistrée sous le numéro 83 63 04567 63 auprès du préfet de région d'Auvergne-Rhône-Alpes");
    await page.getByRole("button", { name: "Copier" }).click();
    await page.getByText("Mention copiée").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await mention.textContent());
    await page.getByLabel("Sur quel document").selectOption("site");
    await page.getByText("Cet enregistrement ne vaut pas agrément de l'État").waitFor();
    await leave();
  });
});

describe("non-conformities", () => {
  test("lead to a verdict, deadlines and what the next audit reviews", async () => {
    const { page, leave } = await visit("#/non-conformites?v=1&cat=AF&ca=100000&audit=2026-11-20");
    const add = async (subject, kind) => {
      await page.getByLabel("Indicateur concerné").selectOption(subject);
      await page.getByLabel(kind, { exact: true }).check({ force: true });
      await page.getByRole("button", { name: "Ajouter la fiche" }).click();
    };
    await add("4", "Mineure");
    await page.getByText(/Indicateur 4\s: d’après le guide V9, seule une non-conformité majeure est possible\./).first().waitFor();
    await add("4", "Majeure");
    await page.getByTestId("finding-4").getByText(/À corriger au plus tard le 20\sfévrier\s2027/).waitFor();
    await expectValue(page, "findings-verdict", "awaiting-correction");
    await page.getByTestId("finding-4").getByLabel("Levée le").fill("2026-11-21");
    await expectValue(page, "findings-verdict", "certified");
    for (const subject of ["1", "2", "8", "9", "12"]) await add(subject, "Mineure");
    await page.getByText("Cinq mineures non levées ou plus").waitFor();
    await page.waitForURL(/fiches=1-min-20261120\..*4-maj-20261120-20261121/);
    await page.reload();
    await page.getByTestId("finding-12").waitFor();
    await page.getByRole("button", { name: "Retirer la fiche Indicateur 12" }).click();
    await expectValue(page, "findings-verdict", "certified");
    assert.ok(await page.getByText(/Les indicateurs qui ont eu une fiche\s: 1, 2, 4, 8, 9\./).isVisible());
    await leave();
  });

  test("left uncorrected refuse the certificate, or suspend it later", async () => {
    const { page, leave } = await visit("#/non-conformites?v=1&cat=AF&ca=100000&fiches=4-maj-20260101&au=2026-05-02");
    await expectValue(page, "findings-verdict", "refused");
    await page.getByLabel("Surveillance ou renouvellement").check({ force: true });
    await expectValue(page, "findings-verdict", "suspended");
    await leave();
  });

  test("that cannot be read are said", async () => {
    const { page, leave } = await visit("#/non-conformites?v=1&fiches=4-big-20260101");
    assert.ok(await page.getByText(/n’a pas pu être lue\s: 4-big-20260101/).isVisible());
    await leave();
  });
});

describe("the rules", () => {
  test("are all there, found by a word, each with its source", async () => {
    const { page, leave } = await visit("#/regles?v=1&cat=CFA&ca=100000");
    const rows = page.locator("tr[data-rule]");
    const all = await rows.count();
    assert.ok(all > 250, `${all} rules`);
    assert.ok(await page.getByText(/indicateur 33 et sa règle/).isVisible());
    assert.ok(await page.getByText("Le prestataire aurait 10 jours ouvrés").isVisible());
    await page.getByLabel("Chercher une règle").fill("77700");
    await page.getByText("Aucune règle ne répond à cette recherche").waitFor();
    await page.getByLabel("Chercher une règle").fill("micro-ceiling");
    await page.getByText("1 règle affichée").waitFor();
    const ceiling = page.locator('tr[data-rule="nda.micro-ceiling"]');
    assert.match(await ceiling.textContent(), /77\s700\s€.*1er\saoût\s2025.*Décret n°\s2025-728/s);
    await page.getByLabel("Chercher une règle").fill("");
    await page.getByLabel("Table", { exact: true }).selectOption("findings");
    assert.equal(await rows.locator("visible=true").count(), await page.locator('tr[data-rule^="findings."]').count());
    assert.ok((await rows.locator("visible=true").count()) > 5);
    await leave();
  });
});
