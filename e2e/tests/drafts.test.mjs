// Drafts: saved, found, kept as one works, in several tabs, in files; what storage does on a bad day.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asKept, card, drafts, keep, made, names, save, stored } from "../lib/drafts.mjs";
import { accessible, base, close, download, expectValue, go, inChromium, launch, overflow, retype, visit } from "../lib/site.mjs";

before(launch);
after(close);

const turnover = (page) => page.getByLabel("Chiffre d’affaires formation");
const menu = (page, name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();

/** Waits until what the browser keeps of a draft satisfies `holds`. */
async function kept(page, name, holds) {
  for (let tries = 0; tries < 40; tries += 1) {
    const draft = (await drafts(page))[name];
    if (draft && holds(draft)) return draft;
    await page.waitForTimeout(50);
  }
  assert.fail(`${name}: ${JSON.stringify(await drafts(page))}`);
}

describe("a draft", () => {
  test("is written at the first save and not before, then follows every change", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF.CFA&ca=120000", {
      before: (page) => page.addInitScript(() => {
        window.writings = 0;
        const write = Storage.prototype.setItem;
        Storage.prototype.setItem = function (...given) { window.writings += 1; return write.apply(this, given); };
      }),
    });
    await page.getByTestId("days-initial").waitFor();
    await turnover(page).fill("200000");
    await menu(page, "Indicateurs");
    await page.locator(".criterion").first().waitFor();
    await menu(page, "Brouillons");
    await page.getByText("Aucun brouillon.").waitFor();
    assert.equal(await page.evaluate(() => window.writings), 0);
    assert.deepEqual(await stored(page), {});

    await save(page, "Atelier Nord", "Lille, CFA");
    const [draft] = Object.values(await drafts(page));
    assert.equal(draft.work.link, "#/devis?v=1&cat=AF.CFA&ca=200000");
    assert.deepEqual(draft.tags, ["Lille", "CFA"]);
    assert.equal((await names(page))[0], "Atelier Nord");

    await menu(page, "Devis");
    await turnover(page).fill("800000");
    await kept(page, "Atelier Nord", (draft) => draft.work.link.endsWith("ca=800000"));
    await menu(page, "Calendrier");
    await page.getByLabel("Date de la décision de certification").fill("2026-12-15");
    await kept(page, "Atelier Nord", (draft) => draft.work.link.includes("decision=2026-12-15"));
    await leave();
  });

  test("survives a reload in the middle of typing, what cannot be read included", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await save(page, "Atelier");
    await menu(page, "Devis");
    await turnover(page).fill("12O 000");
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    assert.equal(await turnover(page).inputValue(), "12O 000");
    assert.match((await kept(page, "Atelier", (draft) => draft.work.typed !== "")).work.typed, /^12O 000\n/);
    await turnover(page).fill("300 000");
    // Closed at once: what was typed is written on the way out.
    await page.goto("about:blank");
    await page.goto(`${base}#/brouillons`);
    await card(page, "Atelier").getByRole("link", { name: "Atelier" }).click();
    await page.getByTestId("days-initial").waitFor();
    assert.match(await turnover(page).inputValue(), /^300\s000$/);
    await leave();
  });

  test("survives a tab that is killed", inChromium("no way to kill a tab"), async () => {
    const { page, context, leave } = await visit("#/devis?v=1&ca=100000");
    await save(page, "Atelier");
    await menu(page, "Devis");
    await turnover(page).fill("777 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=777000"));
    await turnover(page).fill("888 000");
    // The process dies: nothing runs on the way out.
    const cdp = await context.newCDPSession(page);
    await Promise.race([cdp.send("Page.crash").catch(() => {}), new Promise((done) => page.once("crash", done))]);
    const other = await context.newPage();
    await other.goto(`${base}#/brouillons`);
    await card(other, "Atelier").waitFor();
    const { Atelier } = await drafts(other);
    assert.match(Atelier.work.link, /ca=(777|888)000$/);
    await leave();
  });

  test("is renamed, tagged, duplicated, deleted and had back", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=100000");
    await save(page, "Atelier");
    const atelier = card(page, "Atelier");
    await atelier.getByText("Autres actions").last().click();
    await retype(atelier.getByLabel("Nom du client"), "   ");
    await page.keyboard.press("Tab");
    await atelier.getByText(/Donnez un nom au brouillon/).waitFor();
    await retype(atelier.getByLabel("Étiquettes"), "Lille");
    await retype(atelier.getByLabel("Nom du client"), "Atelier du Nord");
    await page.keyboard.press("Enter");
    const renamed = card(page, "Atelier du Nord");
    await renamed.getByText("Lille", { exact: true }).waitFor();
    await renamed.getByRole("button", { name: "Dupliquer" }).click();
    await card(page, "Atelier du Nord (copie)").waitFor();
    assert.equal(Object.keys(await drafts(page)).length, 2);
    await renamed.getByRole("button", { name: "Supprimer" }).click();
    await page.getByText(/est supprimé/).waitFor();
    assert.deepEqual(Object.keys(await drafts(page)), ["Atelier du Nord (copie)"]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "undo");
    await page.keyboard.press("Enter");
    await renamed.waitFor();
    assert.equal(Object.keys(await drafts(page)).length, 2);
    await leave();
  });

  test("goes back and forward with the history, each with its own answers", async () => {
    const { page, leave } = await visit("#/brouillons", {
      before: keep(asKept([
        made("a", "Un", { link: "#/devis?v=1&cat=AF&ca=100000" }),
        made("b", "Deux", { link: "#/devis?v=1&cat=CFA&ca=100000" }),
        made("c", "Trois", { link: "#/devis?v=1&cat=CFA&ca=100000" }),
      ])),
    });
    const bar = page.getByTestId("draft-bar");
    for (const name of ["Un", "Deux", "Trois"]) {
      await card(page, name).getByRole("link", { name }).click();
      await page.getByTestId("days-initial").waitFor();
      await bar.getByText(name).waitFor();
      if (name !== "Trois") await menu(page, "Brouillons");
    }
    await page.goBack();
    await page.getByRole("heading", { name: "Vos brouillons" }).waitFor();
    await bar.getByText("Deux").waitFor();
    await page.goBack();
    await bar.getByText("Deux").waitFor();
    await expectValue(page, "days-initial", "1.5");
    await turnover(page).fill("200 000");
    await kept(page, "Deux", (draft) => draft.work.link.endsWith("ca=200000"));
    await page.goBack();
    await page.goBack();
    await bar.getByText("Un").waitFor();
    await expectValue(page, "days-initial", "1.0");
    await page.goForward();
    await page.goForward();
    await bar.getByText("Deux").waitFor();
    assert.match(await turnover(page).inputValue(), /^200\s000$/);
    assert.match((await drafts(page)).Trois.work.link, /ca=100000$/);
    await leave();
  });

  test("keeps what the views hold to itself: nothing goes from one client to the next", async () => {
    const { page, leave } = await visit("#/brouillons", {
      before: keep(asKept([
        made("a", "Un"),
        { ...made("b", "Deux"), work: { ...made("b", "").work, keys: { voie: "transfert", numero: "11 75 12345 75" } } },
      ])),
    });
    await card(page, "Un").getByRole("link", { name: "Un" }).click();
    await page.getByTestId("days-initial").waitFor();
    await turnover(page).fill("12O 000");
    await kept(page, "Un", (draft) => draft.work.typed !== "");
    await menu(page, "Brouillons");
    await card(page, "Deux").getByRole("link", { name: "Deux" }).click();
    await page.getByTestId("days-initial").waitFor();
    assert.ok(await page.getByLabel("Un transfert d’un autre certificateur").isChecked());
    assert.match(await turnover(page).inputValue(), /^100\s000$/);
    await page.goBack();
    await page.goBack();
    await page.getByTestId("draft-bar").getByText("Un").waitFor();
    assert.equal(await turnover(page).inputValue(), "12O 000");
    await turnover(page).fill("130 000");
    const un = await kept(page, "Un", (draft) => draft.work.link.endsWith("ca=130000"));
    assert.deepEqual(un.work.keys, {});
    assert.deepEqual((await drafts(page)).Deux.work.keys, { voie: "transfert", numero: "11 75 12345 75" });
    await leave();
  });

  test("is not rewritten by being opened, whatever it holds", async () => {
    const odd = made("a", "Curieux", { link: "#/devis?ca=5000&cat=CFA&v=1&zz=1", figures: { rules: "2020.01", half_days: [1, 1], gross_cents: 1, indicators: [] } });
    const { page, leave } = await visit("#/brouillons", { before: keep(asKept([odd])) });
    await card(page, "Curieux").getByRole("link", { name: "Curieux" }).click();
    await page.getByTestId("link-banner").waitFor();
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    await page.waitForTimeout(500);
    assert.deepEqual((await drafts(page)).Curieux, odd);
    await leave();
  });

  test("deleted, then replaced by another, comes back beside it", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=CFA&ca=100000");
    await save(page, "Premier");
    await card(page, "Premier").getByText("Autres actions").last().click();
    await card(page, "Premier").getByRole("button", { name: "Supprimer" }).click();
    await page.getByLabel("Nom du client").first().fill("Second");
    await page.keyboard.press("Enter");
    await card(page, "Second").waitFor();
    await page.getByRole("button", { name: "Annuler" }).click();
    await card(page, "Premier").waitFor();
    assert.deepEqual(Object.keys(await drafts(page)).sort(), ["Premier", "Second"]);
    await leave();
  });

  test("does not keep a change that was taken back", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await save(page, "Atelier");
    await menu(page, "Devis");
    const { revision } = (await drafts(page)).Atelier;
    // The pause before a draft is written never ends.
    await page.evaluate(() => {
      const wait = window.setTimeout;
      window.setTimeout = (run, pause) => (pause > 200 ? 0 : wait(run, pause));
    });
    const cfa = page.getByRole("checkbox", { name: "Formation par apprentissage", exact: true });
    await cfa.check({ force: true });
    await page.waitForURL(/CFA/);
    await cfa.uncheck({ force: true });
    await page.waitForURL(/cat=AF&ca=100000$/);
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    assert.equal((await drafts(page)).Atelier.revision, revision);
    assert.ok(!await cfa.isChecked());
    await leave();
  });

  test("is kept by the desk again when the history comes back to it", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await save(page, "Atelier");
    await menu(page, "Devis");
    await page.getByTestId("days-initial").waitFor();
    await page.goto(`${base}#/devis?v=1&cat=CFA&ca=7000`);
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    await page.goBack();
    await page.getByTestId("draft-bar").getByText("Atelier").waitFor();
    await turnover(page).fill("140 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("cat=AF&ca=140000"));
    await leave();
  });

  test("is not touched by a link, which may be saved as another", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await save(page, "Atelier");
    await go(page, "#/devis?v=1&cat=CFA&ca=900000&zzz=1");
    await page.getByTestId("link-banner").waitFor();
    await page.getByTestId("draft-bar").getByText("Ce devis n’est pas enregistré.").waitFor();
    await turnover(page).fill("910 000");
    await page.getByTestId("draft-bar").getByRole("link", { name: "Enregistrer ce brouillon" }).click();
    await page.getByLabel("Nom du client").first().fill("Du lien");
    await page.getByRole("button", { name: "Enregistrer ce brouillon" }).click();
    await card(page, "Du lien").waitFor();
    const all = await drafts(page);
    assert.equal(all.Atelier.work.link, "#/devis?v=1&cat=AF&ca=100000");
    assert.equal(all["Du lien"].work.link, "#/devis?v=1&cat=CFA&ca=910000");
    await leave();
  });

  test("says what has changed since it was saved", async () => {
    const figures = { rules: "2026.10", half_days: [4, 1], gross_cents: 1000, indicators: [1, 2, 27] };
    const { page, leave } = await visit("#/brouillons", { before: keep(asKept([made("a", "Ancien", { figures })])) });
    const said = await card(page, "Ancien").locator(".estimate").textContent();
    assert.match(said, /durée de 2\sj \+ 0,5\sj à 1\sj \+ /);
    assert.match(said, /total de 10\s€ à /);
    assert.match(said, /indicateurs en plus\s: 4, 5/);
    assert.match(said, /indicateurs en moins\s: 27/);
    assert.match(said, /règles de 2026\.10 à 2026\.11/);
    await leave();
  });
});

describe("many drafts", () => {
  test("are searched, sorted and filtered, a part of them at a time", async () => {
    const many = Array.from({ length: 500 }, (_, n) => made(`d${n}`, `Client ${String(n).padStart(3, "0")}`, {
      changed: n,
      tags: n % 2 ? ["impair"] : ["pair"],
      link: `#/devis?v=1&cat=${n % 100 ? "AF" : "VAE"}&ca=${(n + 1) * 1000}`,
    }));
    const { page, leave } = await visit("#/brouillons", { before: keep(asKept(many)) });
    await page.getByText("500 brouillons").waitFor();
    assert.deepEqual((await names(page)).slice(0, 2), ["Client 499", "Client 498"]);
    assert.equal((await names(page)).length, 20);
    await page.getByRole("button", { name: /Afficher la suite \(480\)/ }).click();
    assert.equal((await names(page)).length, 100);
    await page.getByLabel("Chercher").fill("vae");
    await page.getByText("5 brouillons trouvés").waitFor();
    await page.getByLabel("Étiquette", { exact: true }).selectOption("impair");
    await page.getByText("Aucun brouillon ne correspond.").waitFor();
    await page.getByLabel("Étiquette", { exact: true }).selectOption("");
    await page.getByLabel("Trier par").selectOption({ label: "nom" });
    assert.deepEqual(await names(page), ["Client 000", "Client 100", "Client 200", "Client 300", "Client 400"]);
    await page.getByLabel("Trier par").selectOption({ label: "prix, le plus élevé d’abord" });
    assert.equal((await names(page))[0].startsWith("Client"), true);
    await page.getByLabel("Chercher").fill("client 042");
    await page.getByText("1 brouillon trouvé").waitFor();
    await card(page, "Client 042").getByRole("link", { name: "Client 042" }).click();
    await page.getByTestId("days-initial").waitFor();
    assert.match(await turnover(page).inputValue(), /^43\s000$/);
    await leave();
  });
});

describe("two tabs", () => {
  /** The same browser with the draft « Atelier » open in two tabs. */
  async function two() {
    const visitor = await visit("#/devis?v=1&ca=100000");
    await save(visitor.page, "Atelier");
    const other = await visitor.context.newPage();
    await other.goto(`${base}#/brouillons`);
    await card(other, "Atelier").getByRole("link", { name: "Atelier" }).click();
    await other.getByTestId("days-initial").waitFor();
    await menu(visitor.page, "Devis");
    await visitor.page.getByTestId("days-initial").waitFor();
    return { ...visitor, other };
  }

  /** From now on the page waits for ever before it writes. */
  const stall = (page) => page.evaluate(() => { window.setTimeout = () => 0; });

  test("stay in step, and never overwrite each other's drafts", async () => {
    const { page, other, leave } = await two();
    await turnover(page).fill("250 000");
    await other.waitForFunction(() => /250.000/.test(document.querySelector("#turnover").value));
    await go(other, "#/devis?v=1&cat=BC&ca=5000");
    await other.getByText("Ce devis n’est pas enregistré.").waitFor();
    await save(other, "Second");
    await page.waitForTimeout(100);
    await turnover(page).fill("260 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=260000"));
    assert.match((await drafts(page)).Second.work.link, /cat=BC&ca=5000$/);
    await leave();
  });

  test("ask when both changed the same answer: nothing is lost", async () => {
    for (const [choice, mine, theirs] of [
      ["Garder celle-ci", /ca=111000$/, null],
      ["Prendre l’autre", /ca=222000$/, null],
      ["Garder les deux", /ca=222000$/, /ca=111000$/],
    ]) {
      const { page, other, leave } = await two();
      await stall(page);
      await turnover(page).fill("111 000");
      await turnover(other).fill("222 000");
      await page.getByText("Ce brouillon existe en deux versions.").waitFor();
      assert.match(await turnover(page).inputValue(), /^111\s000$/);
      assert.match((await drafts(page)).Atelier.work.link, /ca=222000$/);
      await page.getByRole("button", { name: choice }).click();
      await kept(page, "Atelier", (draft) => mine.test(draft.work.link));
      if (theirs) await kept(page, "Atelier (copie)", (draft) => theirs.test(draft.work.link));
      assert.equal(await page.getByText("existe en deux versions").count(), 0);
      await leave();
    }
  });

  test("left without an answer, what was on screen is kept as a copy", async () => {
    const { page, other, leave } = await two();
    await stall(page);
    await turnover(page).fill("111 000");
    await turnover(other).fill("222 000");
    await page.getByText("Ce brouillon existe en deux versions.").waitFor();
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    await page.getByTestId("days-initial").waitFor();
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=222000"));
    await kept(page, "Atelier (copie)", (draft) => draft.work.link.endsWith("ca=111000"));
    await leave();
  });

  test("forget that the draft was deleted once it is had back", async () => {
    const { page, other, leave } = await two();
    await menu(other, "Brouillons");
    await card(other, "Atelier").getByText("Autres actions").last().click();
    await card(other, "Atelier").getByRole("button", { name: "Supprimer" }).click();
    await page.getByText("Ce brouillon a été supprimé dans un autre onglet.").waitFor();
    await other.getByRole("button", { name: "Annuler" }).click();
    await page.waitForFunction(() => !document.querySelector(".over .banner"));
    await turnover(page).fill("150 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=150000"));
    await leave();
  });

  test("undo a deletion beside the draft that the other one saved again", async () => {
    const { page, other, leave } = await two();
    await menu(other, "Brouillons");
    await card(other, "Atelier").getByText("Autres actions").last().click();
    await card(other, "Atelier").getByRole("button", { name: "Supprimer" }).click();
    await page.getByRole("button", { name: "L’enregistrer de nouveau" }).click();
    await turnover(page).fill("190 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=190000"));
    await other.getByRole("button", { name: "Annuler" }).click();
    await kept(other, "Atelier (copie)", (draft) => draft.work.link.endsWith("ca=100000"));
    assert.match((await drafts(page)).Atelier.work.link, /ca=190000$/);
    assert.match(await turnover(page).inputValue(), /^190\s000$/);
    await leave();
  });

  test("put together what each of them changed", async () => {
    const { page, other, leave } = await two();
    await menu(page, "Préparation");
    await page.locator("#progress-1").waitFor();
    await stall(page);
    await page.locator("#progress-1").selectOption("ready");
    await turnover(other).fill("222 000");
    const draft = await kept(page, "Atelier", (draft) => draft.work.readiness[1]?.progress === "ready");
    assert.match(draft.work.link, /ca=222000$/);
    await leave();
  });

  test("say when the other one has deleted the draft", async () => {
    for (const choice of ["L’enregistrer de nouveau", "Le laisser supprimé"]) {
      const { page, other, leave } = await two();
      await menu(other, "Brouillons");
      await card(other, "Atelier").getByText("Autres actions").last().click();
      await card(other, "Atelier").getByRole("button", { name: "Supprimer" }).click();
      await page.getByText("Ce brouillon a été supprimé dans un autre onglet.").waitFor();
      await page.getByRole("button", { name: choice }).click();
      await page.waitForFunction((count) => Object.keys(localStorage).length === count, choice.startsWith("L’") ? 1 : 0);
      await leave();
    }
  });
});

describe("a bad day of the storage", () => {
  test("denied in a sandboxed frame: the page keeps drafts, and says so", async () => {
    const { page, context } = await visit("#/regles");
    const host = `<iframe sandbox="allow-scripts allow-downloads" src="${base}#/devis?v=1&ca=100000" width="1000" height="900"></iframe>`;
    await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: host }));
    await page.goto(`${base}host.html`);
    const frame = page.frameLocator("iframe");
    await frame.getByTestId("days-initial").waitFor();
    await frame.getByRole("navigation").getByRole("link", { name: "Brouillons" }).click();
    await frame.getByTestId("storage-banner").getByText("Votre navigateur ne permet pas d’enregistrer ici.").waitFor();
    await frame.getByLabel("Nom du client").first().fill("Ici");
    await frame.getByRole("button", { name: "Enregistrer ce brouillon" }).click();
    await frame.getByTestId("draft-item").getByRole("link", { name: "Ici" }).waitFor();
    await frame.getByText("Dans la mémoire de cette page").waitFor();
    await context.close();
  });

  test("refused while writing: memory takes over", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000", {
      before: (page) => page.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new DOMException("denied", "SecurityError"); };
      }),
    });
    await page.getByTestId("days-initial").waitFor();
    await save(page, "Atelier");
    await page.getByTestId("storage-banner").waitFor();
    assert.deepEqual(await names(page), ["Atelier"]);
    await leave();
  });

  test("full: the draft stays in the page, is exported, and is written once there is room", async () => {
    const { page, leave } = await visit("#/devis?v=1&ca=100000");
    await page.evaluate(() => {
      for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
        try { for (let n = 0; ; n += 1) localStorage.setItem(`fill-${size}-${n}`, "x".repeat(size)); } catch {}
      }
    });
    await save(page, "Atelier");
    await page.getByText("L’espace de ce navigateur est plein.").waitFor();
    await menu(page, "Devis");
    await turnover(page).fill("345 000");
    await page.waitForTimeout(400);
    const { text } = await download(page, () => page.getByRole("button", { name: "Exporter" }).click());
    assert.equal(JSON.parse(text).drafts[0].work.link, "#/devis?v=1&cat=AF&ca=345000");
    await page.evaluate(() => localStorage.clear());
    await turnover(page).fill("346 000");
    await kept(page, "Atelier", (draft) => draft.work.link.endsWith("ca=346000"));
    assert.equal(await page.getByText("est plein").count(), 0);
    await leave();
  });

  test("a value that cannot be read is set aside, one from the future is left alone", async () => {
    const future = JSON.stringify({ v: 2 });
    const { page, leave } = await visit("#/brouillons", {
      before: keep({
        ...asKept([made("a", "Bon")]),
        "calliope:draft:v1:b": "{\"id\":\"b\",",
        "calliope:draft:v2:c": future,
      }),
    });
    await card(page, "Bon").waitFor();
    await page.getByTestId("newer-drafts").waitFor();
    const aside = page.getByTestId("aside");
    const { text } = await download(page, () => aside.getByRole("button", { name: "Télécharger" }).click());
    assert.equal(text, "{\"id\":\"b\",");
    assert.deepEqual(Object.keys(await stored(page)).sort(), ["calliope:draft:v1:a", "calliope:draft:v2:c", "calliope:quarantine:calliope:draft:v1:b"]);
    assert.equal((await stored(page))["calliope:draft:v2:c"], future);
    await aside.getByRole("button", { name: "Effacer" }).click();
    await aside.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Tout effacer" }).click();
    await page.getByText(/Effacer 1\sbrouillon et tout ce qui a été mis de côté/).waitFor();
    await page.getByRole("button", { name: "Oui, tout effacer" }).click();
    await page.getByText("Tout est effacé").waitFor();
    assert.deepEqual(await stored(page), {});
    await leave();
  });
});

describe("everyone", () => {
  test("reads drafts without scrolling sideways, in both languages and themes, under axe", async () => {
    const long = made("a", "Établissement d’enseignement supérieur ".repeat(3).trim(), { tags: ["une étiquette assez longue pour gêner", "x"], link: "#/devis?v=1&cat=AF.BC.VAE.CFA&ca=900000" });
    long.work.readiness = { 1: { progress: "ready", note: "", who: "", by: "", evidence: [] }, 2: { progress: "minor", note: "", who: "", by: "2026-11-01", evidence: [] } };
    for (const [lang, scheme, width] of [["fr-FR", "light", 320], ["en-GB", "dark", 360], ["fr-FR", "dark", 768]]) {
      const { page, leave } = await visit("#/brouillons", { lang, scheme, width, before: keep(asKept([long])) });
      await page.getByTestId("draft-item").waitFor();
      await page.locator(".draft .more summary").click();
      assert.deepEqual(await overflow(page), [], `${lang} ${width}`);
      await accessible(page, `drafts ${lang} ${scheme}`);
      await page.locator(".draft-head button").click();
      await page.getByTestId("readiness").waitFor();
      await page.locator(".preparation summary").first().click();
      assert.deepEqual(await overflow(page), [], `readiness ${lang} ${width}`);
      await accessible(page, `readiness ${lang} ${scheme}`);
      await leave();
    }
  });
});

describe("files", () => {
  const choose = (page, label, name, text) =>
    page.getByLabel(label).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

  test("go out and come back exactly", async () => {
    const all = [made("a", "Un", { tags: ["x"] }), made("b", "Deux; \"trois\"")];
    const first = await visit("#/brouillons", { before: keep(asKept(all)) });
    const before = await drafts(first.page);
    const { text } = await download(first.page, () => first.page.getByRole("button", { name: "Exporter tous les brouillons" }).click());
    await first.leave();
    const { page, leave } = await visit("#/brouillons");
    await choose(page, "Importer un fichier", "brouillons.json", text);
    await page.getByTestId("import-preview").waitFor();
    assert.deepEqual(await stored(page), {});
    await page.getByRole("button", { name: "Importer 2 brouillons" }).click();
    await page.getByText("2 brouillons importés.").waitFor();
    assert.deepEqual(await drafts(page), before);
    await choose(page, "Importer un fichier", "brouillons.json", text);
    await page.getByText("Rien à importer.").waitFor();
    await leave();
  });

  test("show what is new, changed, the same or refused before anything is written", async () => {
    const { page, leave } = await visit("#/brouillons", { before: keep(asKept([made("a", "Un"), made("b", "Deux")])) });
    const file = { calliope: 1, drafts: [made("a", "Un"), made("b", "Deux, autrement"), made("c", "Trois"), made("c", "Trois"), { id: "d" }, made("e", "")] };
    await choose(page, "Importer un fichier", "melange.json", JSON.stringify(file));
    const preview = page.getByTestId("import-preview");
    await preview.waitFor();
    const changes = await preview.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.change));
    assert.deepEqual(changes, ["same", "changed", "new", "repeated", "refused", "refused"]);
    assert.equal(Object.keys(await drafts(page)).length, 2);
    await preview.getByLabel("Les importer à côté").check({ force: true });
    await preview.getByRole("button", { name: "Importer 2 brouillons" }).click();
    await page.getByText("2 brouillons importés.").waitFor();
    assert.deepEqual(Object.keys(await drafts(page)).sort(), ["Deux", "Deux, autrement (copie)", "Trois", "Un"]);
    await leave();
  });

  test("that are damaged are refused with a reason, and nothing is lost", async () => {
    const { page, leave } = await visit("#/brouillons", { before: keep(asKept([made("a", "Un")])) });
    const said = page.getByTestId("import-said");
    for (const [text, reason] of [
      ["", /Ce n’est pas un fichier de brouillons/],
      [JSON.stringify({ calliope: 1, drafts: [made("b", "B")] }).slice(0, -9), /EOF while parsing/],
      ["\u0000\u0001", /Ce n’est pas un fichier de brouillons/],
      [JSON.stringify({ calliope: 9, drafts: [] }), /version plus récente/],
      [JSON.stringify({ calliope: 1, drafts: [] }), /aucun brouillon/],
      [JSON.stringify([]), /Ce n’est pas un fichier de brouillons/],
    ]) {
      await choose(page, "Importer un fichier", "abime.json", text);
      await said.getByText(reason).waitFor();
    }
    assert.deepEqual(Object.keys(await drafts(page)), ["Un"]);
    await leave();
  });
});

describe("links", () => {
  test("of 8 kB, and with what nobody knows, are read as far as they can be", async () => {
    const { page, leave } = await visit(`#/devis?v=1&cat=CFA&ca=100000&zz=${"x".repeat(7000)}&sites=lots`);
    await page.getByTestId("link-banner").getByText(/sites/).waitFor();
    await expectValue(page, "days-initial", "1.5");
    await go(page, `#/devis?v=1&cat=AF&ca=1&zz=${"x".repeat(8200)}`);
    await page.getByTestId("link-banner").getByText(/trop long/).waitFor();
    await leave();
  });
});
