// A certifier's site.json, beside the built site.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { accessible, close, expectValue, launch, newPage, base } from "../lib/site.mjs";

const example = readFileSync(new URL("../../site.example.json", import.meta.url), "utf8");

/** Opens the site with this file, or this answer, for its settings. */
async function open(fragment, file, options) {
  const opened = await newPage(options);
  const answer = typeof file === "string" ? { contentType: "application/json", body: file } : file;
  await opened.page.route("**/site.json", (route) => (answer.silent ? undefined : answer.abort ? route.abort() : route.fulfill(answer)));
  await opened.page.goto(base + fragment);
  await opened.page.waitForSelector("html[data-ready=true]", { timeout: 15_000 });
  return opened;
}

const changed = (change) => {
  const settings = JSON.parse(example);
  change(settings);
  return JSON.stringify(settings);
};

/** A French sentence, whose spaces may not break. */
const said = (text) => new RegExp(text.replace(/[.[\]()/]/g, "\\$&").replaceAll(" ", "\\s"));

const profile = "v=1&cat=AF&ca=100000";

describe("a certifier's settings", () => {
  before(launch);
  after(close);

  test("give its name, its prices, its colour and the way to ask for its proposal", async () => {
    const { page, leave } = await open(`#/devis?${profile}&audit=2026-12-01`, changed((settings) => { settings.theme.accent = "#8a2be2"; }));
    await page.locator(".brand").getByText("Certif Exemple").waitFor();
    assert.match(await page.title(), /Certif Exemple$/);
    await page.getByText(/Accréditation 5-0000/).waitFor();
    assert.equal(await page.getByRole("link", { name: "Mentions légales" }).getAttribute("href"), "https://certif.example/mentions");
    // A day, a half-day, the file fee: 118 000 + 65 000 + 9 000 cents.
    await expectValue(page, "total-net", "192000");
    assert.equal(await page.getByText("Tarif d’illustration").count(), 0);
    const colour = await page.evaluate(() => getComputedStyle(document.querySelector(".button")).backgroundColor);
    assert.equal(colour, "rgb(138, 43, 226)");
    const way = page.getByTestId("contact");
    assert.equal(await way.textContent(), "Demander la proposition officielle");
    const href = new URL(await way.getAttribute("href"));
    assert.equal(href.origin + href.pathname, "https://certif.example/devis");
    assert.match(href.searchParams.get("profil"), /#\/devis\?v=1&cat=AF&ca=100000&audit=2026-12-01$/);
    await accessible(page, "with settings");
    await leave();
  });

  test("take away the mark of an estimate that they confirm, and say who confirmed it and where it was read", async () => {
    const { page, leave } = await open("#/devis?v=1&cat=AF&ca=400000", example);
    const audit = page.locator(".figure", { has: page.getByTestId("days-surveillance") });
    assert.equal((await audit.locator(".estimate").first().textContent()), "");
    await page.getByTestId("days-surveillance").click();
    await audit.getByText(said("Certif Exemple : Arrêté du 6 juin 2019, art. 4")).waitFor();
    await audit.getByText("confirmé par le certificateur").first().waitFor();
    await page.getByTestId("total-net").click();
    await page.getByText("tarif du certificateur").first().waitFor();
    await leave();
  });

  test("choose the price list by the date of the contract, or by its name", async () => {
    const { page, leave } = await open(`#/devis?${profile}&contrat=2027-02-01&audit=2027-03-01`, example);
    await expectValue(page, "total-net", "198000");
    await page.getByText("Autres précisions").click();
    await page.getByLabel("Tarif", { exact: true }).selectOption("2026");
    await expectValue(page, "total-net", "192000");
    await page.waitForURL(/tarif=2026/);
    // A link that says other answers too keeps its price list; one that names an unknown list says so.
    await page.evaluate(() => { location.hash = "#/devis?v=1&cat=AF&ca=400000&tarif=2027"; });
    await expectValue(page, "total-net", "320000");
    await page.waitForURL(/tarif=2027/);
    await page.evaluate(() => { location.hash = "#/devis?v=1&cat=AF&ca=100000&tarif=1999"; });
    await page.getByTestId("link-banner").getByText(said("« tarif = 1999 » n’a pas pu être repris")).waitFor();
    await expectValue(page, "total-net", "192000");
    await page.evaluate(() => { location.hash = "#/devis?v=1&cat=AF&ca=100000&contrat=2027-02-01&audit=2027-03-01&tarif=2026"; });
    await expectValue(page, "total-net", "192000");
    await page.getByText(said("Ce tarif n’est pas en vigueur le 1er février 2027")).waitFor();
    await page.reload();
    await expectValue(page, "total-net", "192000");
    await leave();
  });

  test("are compared where there are several price lists, and a draft keeps the one it was made under", async () => {
    const { page, leave } = await open(`#/comparer?${profile}`, example);
    await page.getByRole("button", { name: "Avec : Tarif 2027" }).click();
    await page.getByText(/1\s?980,00\s€/).first().waitFor();
    await page.getByText(/1\s?920,00\s€/).first().waitFor();
    assert.match(decodeURIComponent(page.url()), /b=cat~AF~ca~100000~tarif~2027/);
    await page.evaluate(() => { location.hash = "#/devis?v=1&cat=AF&ca=100000&tarif=2027"; });
    await expectValue(page, "total-net", "198000");
    await page.evaluate(() => { location.hash = location.hash.replace("devis", "brouillons"); });
    await page.getByLabel("Nom du client").fill("Atelier");
    await page.getByRole("button", { name: "Enregistrer ce brouillon" }).click();
    await page.getByTestId("draft-item").getByRole("link", { name: "Atelier" }).waitFor();
    const draft = await page.evaluate(() => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith("calliope:draft"))[1]));
    assert.equal(draft.work.keys.tarif, "2027");
    await leave();
  });

  test("that cannot stand are refused whole, with the field and the reason, and the site still works", async () => {
    const cases = [
      [changed((settings) => { settings.contact.url = "javascript:alert(1)"; }), said("contact.url : une adresse https:// est attendue")],
      [changed((settings) => { settings.tariffs[1].rates.initial.half_day_cents = 200_000; }), said("tariffs[1].rates.initial.half_day_cents : la demi-journée coûte plus")],
      [changed((settings) => { settings.colours = {}; }), said("colours : n’est pas connu")],
      ["{", said("n’est pas au format JSON")],
      ["[]", said("un objet entre accolades")],
    ];
    for (const [file, why] of cases) {
      const { page, complaints, leave } = await open(`#/devis?${profile}`, file);
      await page.getByTestId("settings-banner").getByText(why).waitFor();
      await expectValue(page, "total-net", "172500");
      assert.deepEqual(complaints.splice(0), []);
      await leave();
    }
    const { page, leave } = await open(`#/devis?${profile}`, changed((settings) => { settings.seller = 3; }), { lang: "en-GB" });
    await page.getByTestId("settings-banner").getByText("site.json, seller: an object in braces is expected.").waitFor();
    await leave();
  });

  test("that are missing, cut off, huge or in the way of a host's own page do not stop the site", async () => {
    for (const [what, answer, banner] of [
      ["missing", { status: 404, body: "" }, false],
      ["a host's page instead", { contentType: "text/html", body: "<!doctype html>" }, false],
      ["refused", { status: 500, body: "" }, true],
      ["cut off", { abort: true }, true],
      ["never sent", { silent: true }, true],
      ["huge", { contentType: "application/json", body: `{"schema": 1, "seller": {"name": "${"x".repeat(400_000)}"}}` }, true],
    ]) {
      const { page, complaints, leave } = await open(`#/devis?${profile}`, answer);
      await expectValue(page, "total-net", "172500");
      if (banner) await page.getByTestId("settings-banner").getByText(/n’a pas pu être lu/).waitFor();
      else assert.equal(await page.getByTestId("settings-banner").count(), 0, what);
      // The browser itself reports an answer that is an error.
      complaints.length = 0;
      await leave();
    }
  });

  test("without a price for an audit give no maximum, and no payment", async () => {
    const { page, leave } = await open("#/devis?v=1&cat=AF.CFA&ca=400000", changed((settings) => { settings.tariffs[0].rates.surveillance = "on_quotation"; }));
    await page.getByText("Sur devis").first().waitFor();
    assert.doesNotMatch(await page.locator(".price").textContent(), /au plus/);
    assert.ok(await page.getByRole("heading", { name: "Paiement" }).isHidden());
    await leave();
  });

  test("hold hostile names as text", async () => {
    const name = '<img src=x onerror="window.pwned=1"> \u202e"';
    const { page, leave } = await open(`#/devis?${profile}`, changed((settings) => { settings.seller.name = name; }));
    assert.ok((await page.locator(".brand").textContent()).includes("<img src=x"));
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    await leave();
  });
});
