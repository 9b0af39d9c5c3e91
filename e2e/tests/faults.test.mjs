// Without a network, and when something breaks: words and a way on, never a blank or frozen page, no saved draft lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { card, drafts, names, save } from "../lib/drafts.mjs";
import { host } from "../lib/host.mjs";
import { nginx } from "../lib/nginx.mjs";
import { DIST } from "../lib/release.mjs";
import { close, download, expectValue, go, launch, newPage, unfold, visit } from "../lib/site.mjs";
import { filled } from "../lib/views.mjs";

before(launch);
after(close);

const turnover = (page) => page.getByLabel("Chiffre d’affaires formation");

describe("without a network", () => {
  test("every view works after the first visit, in both languages, and drafts are kept", async () => {
    const server = await nginx(DIST);
    const { page, context, complaints } = await visit("", { at: server.url, kept: true });
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    await page.waitForFunction(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)))[0] > 15);
    await server.stop();
    for (const lang of ["fr", "en"]) {
      for (const [name, fragment] of Object.entries(filled)) {
        const page = await context.newPage();
        await page.goto(`${server.url}${fragment}${fragment.includes("?") ? "&" : "?"}lang=${lang}`);
        await page.waitForSelector("html[data-ready=true]");
        await page.locator("main h1").waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang, name);
        await page.close();
      }
    }
    await page.reload();
    await save(page, "Atelier");
    await go(page, "#/devis?v=1&cat=AF&ca=120000");
    await expectValue(page, "total-gross", "207000");
    assert.deepEqual(Object.keys(await drafts(page)), ["Atelier"]);
    assert.deepEqual(complaints.filter((line) => !line.includes("ERR_CONNECTION_REFUSED") && !line.includes("Failed to fetch")), []);
    await context.close();
    await server.close();
  });

  test("is said, until it is back", async () => {
    const { page, context, leave } = await visit();
    await page.waitForLoadState("networkidle");
    const mark = page.getByText("Hors ligne : le calcul continue sur cet appareil.");
    assert.ok(!(await mark.isVisible()));
    await context.setOffline(true);
    await mark.waitFor();
    await context.setOffline(false);
    await mark.waitFor({ state: "hidden" });
    await leave();
  });

  test("is not kept in the page of a partner", async () => {
    const { page, leave } = await newPage({ kept: true });
    const server = await nginx(DIST);
    const partner = await host(`<iframe src="${server.url}#/devis?v=1&amp;embed=1" width="800" height="900"></iframe>`);
    await page.goto(partner.url);
    const frame = page.frames().find((frame) => frame.url().startsWith(server.url));
    await frame.waitForSelector("html[data-looked-after]", { state: "attached" });
    assert.equal(await frame.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0);
    await leave();
    partner.close();
    await server.close();
  });
});

describe("a module", () => {
  for (const [fault, answer] of [
    ["missing", { status: 404, body: "" }],
    ["cut", { status: 200, contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0]) }],
    ["a host's page instead", { status: 200, contentType: "text/html", body: "<!doctype html><title>Accueil</title>" }],
    ["refused", "abort"],
  ]) {
    test(`that is ${fault} is said in words, and the answers are there once it is back`, async () => {
      const fail = (route) => (answer === "abort" ? route.abort() : route.fulfill(answer));
      const { page, context } = await visit("#/devis?v=1&cat=BC&ca=1", { before: (page) => page.route("**/*.wasm", fail) });
      await page.getByText("Le calcul n’a pas pu démarrer.").waitFor();
      await page.unroute("**/*.wasm");
      await page.getByRole("button", { name: "Recharger" }).click();
      await expectValue(page, "days-initial", "1.0");
      assert.ok(await page.getByLabel("Bilans de compétences").first().isChecked());
      await context.close();
    });
  }

  test("of the wrong type starts all the same", async () => {
    const { page, context } = await visit("#/devis?v=1&cat=BC&ca=1", {
      before: (page) => page.route("**/*.wasm", async (route) => route.fulfill({ response: await route.fetch(), headers: { "content-type": "application/octet-stream" } })),
    });
    await expectValue(page, "days-initial", "1.0");
    await context.close();
  });

  test("that does not come for another view leaves the page as it is, and is asked for again", async () => {
    const { page, context } = await visit("#/devis?v=1&cat=AF&ca=250000", { before: (page) => page.route("**/desk-*", (route) => route.abort()) });
    await expectValue(page, "days-initial", "1.5");
    await page.getByRole("link", { name: "Brouillons" }).click();
    await page.getByText("La suite n’a pas pu être chargée.").waitFor();
    await page.getByRole("link", { name: "Devis" }).first().click();
    await expectValue(page, "days-initial", "1.5");
    const failed = page.waitForEvent("requestfailed");
    await page.getByRole("link", { name: "Comparer" }).click();
    await failed;
    await page.unroute("**/desk-*");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.getByText("Ajouter un scénario").waitFor();
    assert.ok(!(await page.getByText("La suite n’a pas pu être chargée.").isVisible()), "said no longer than it is true");
    await context.close();
  });

  test("finds no WebAssembly: the page says that the browser is too old", async () => {
    const { page, context } = await visit("", { before: (page) => page.addInitScript(() => { delete window.WebAssembly; }) });
    await page.getByText("Le calcul n’a pas pu démarrer.").waitFor();
    await context.close();
  });
});

describe("a panic", () => {
  /** From now on the page cannot make elements: the app does not know what to do. */
  const breakPage = (page) => page.evaluate(() => { Document.prototype.createElement = () => { throw new Error("broken"); }; });

  test("shows what to do; the drafts can be had from there, and a reload brings everything back", async () => {
    const { page, context } = await visit("#/devis?v=1&cat=CFA&ca=120000");
    await save(page, "Atelier");
    await go(page, "#/devis?v=1&cat=CFA&ca=120000");
    await expectValue(page, "days-initial", "1.5");
    const make = await page.evaluateHandle(() => Document.prototype.createElement);
    await breakPage(page);
    await page.getByRole("link", { name: "Indicateurs", exact: true }).click();
    await page.getByText("Une erreur a arrêté la page.").waitFor();
    assert.ok(await page.evaluate(() => document.getElementById("app").inert), "what no longer answers cannot be used");
    const button = page.getByRole("button", { name: "Télécharger mes brouillons" });
    await button.waitFor();
    assert.ok(await button.evaluate((button) => button.getBoundingClientRect().top < innerHeight), "in sight");
    await page.evaluate((make) => { Document.prototype.createElement = make; }, make);
    const { name, text } = await download(page, () => button.click());
    assert.equal(name, "calliope-brouillons.json");
    await page.getByRole("button", { name: "Recharger" }).click();
    await page.waitForSelector("html[data-ready=true]");
    await go(page, "#/brouillons");
    await page.getByTestId("draft-item").first().waitFor();
    assert.deepEqual(await names(page), ["Atelier"]);
    // The file is one that the app reads.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("Atelier").first().waitFor();
    await context.close();
  });

  for (const [name, fragment] of Object.entries(filled).filter(([name]) => !["nowhere", "tiles"].includes(name))) {
    test(`leaves no frozen page: ${name}`, async () => {
      const { page, context } = await visit(fragment);
      await page.locator("main h1").waitFor();
      await breakPage(page);
      await go(page, fragment.startsWith("#/regles") ? "#/devis" : "#/regles");
      await page.getByText("Une erreur a arrêté la page.").waitFor();
      assert.ok(await page.getByRole("button", { name: "Recharger" }).isVisible());
      await context.close();
    });
  }
});

describe("a storage", () => {
  for (const broken of ["getItem", "setItem", "removeItem", "key", "length"]) {
    test(`that throws at ${broken} stops nothing`, async () => {
      const { page, context, complaints } = await visit("#/brouillons?v=1&cat=CFA&ca=120000", {
        before: (page) => page.addInitScript((broken) => {
          const fail = () => { throw new DOMException("no", "SecurityError"); };
          Object.defineProperty(Storage.prototype, broken, broken === "length" ? { get: fail } : { value: fail });
        }, broken),
      });
      await page.waitForSelector("html[data-ready=true]");
      await save(page, "Atelier");
      await go(page, "#/devis?v=1&cat=CFA&ca=120000");
      await turnover(page).fill("800000");
      await expectValue(page, "days-initial", "2.5");
      await go(page, "#/brouillons");
      await page.getByTestId("draft-item").first().waitFor();
      assert.deepEqual(await names(page), ["Atelier"]);
      await unfold(page);
      await card(page, "Atelier").getByRole("button", { name: "Supprimer" }).click();
      await page.getByRole("button", { name: "Annuler" }).click();
      // Beside itself where it could not be taken away.
      await page.getByTestId("draft-item").first().waitFor();
      assert.match((await names(page)).join(), /Atelier/);
      assert.ok(!(await page.getByText("Une erreur a arrêté la page.").isVisible()));
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
});

describe("a clock", () => {
  for (const [today, taken] of [
    ["1970-01-01", "2026-11-22"],
    ["2023-08-31", "2026-11-22"],
    ["2099-12-31", "2099-12-31"],
    ["9999-12-31", "9999-12-31"],
  ]) {
    test(`that says ${today} is doubted aloud, gives no result of other rules, and leaves every view readable`, async () => {
      const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=120000", { today });
      // CFA: 1.5 days under every framework from today on. A clock that is behind the rules is not believed.
      await expectValue(page, "days-initial", "1.5");
      await page.getByText(/La date de cet appareil, .*, ne va pas avec celle des règles, 22 novembre 2026/).waitFor();
      const shown = new Date(`${taken}T00:00:00`).getFullYear() + (taken.endsWith("12-31") ? 1 : 0);
      await page.getByText(new RegExp(`du\\s\\d+\\s\\S+\\s${shown}`)).first().waitFor();
      for (const [name, fragment] of Object.entries(filled)) {
        await go(page, fragment.replace(/&audit=[^&]*/, ""));
        await page.waitForFunction(() => document.querySelector("main h1") && document.querySelector("main").textContent.length > 60).catch(() => assert.fail(name));
      }
      await leave();
    });
  }

  test("that is right, in any time zone, is not doubted", async () => {
    const { page, leave } = await visit("", { today: "2026-11-21" });
    await page.waitForSelector("html[data-looked-after]");
    assert.ok(!(await page.getByText("La date de cet appareil").isVisible()));
    await leave();
  });
});
