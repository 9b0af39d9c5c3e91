// On a partner's page: two real origins, one tag.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { host, tag } from "../lib/host.mjs";
import { accessible, base, close, expectValue, launch, newPage, overflow } from "../lib/site.mjs";

const origin = new URL(base).origin;

/** Opens a partner's page; `frames` are those of the site in it, ready. */
async function open(body, { page: options, count = 1, ...rest } = {}) {
  const partner = await host(body, rest);
  const opened = await newPage(options);
  const { page } = opened;
  // What the site sends is gathered before it can send anything.
  await page.addInitScript(() => {
    window.heard = { ready: 0, quotes: [], heights: [] };
    document.addEventListener("calliope:ready", () => { heard.ready += 1; });
    document.addEventListener("calliope:quote", ({ detail }) => heard.quotes.push(detail));
    addEventListener("message", ({ data }) => { if (data?.type === "height") heard.heights.push(data.px); });
  });
  await page.goto(partner.url);
  await page.waitForFunction((count) => heard.ready >= count, count);
  const frames = page.frames().filter((frame) => frame.url().startsWith(base));
  const leave = async () => {
    partner.close();
    await opened.leave();
  };
  return { page, frame: frames[0], frames, leave, partner: partner.url, complaints: opened.complaints };
}

/** The frame is as high as its content, and nothing in it scrolls. */
async function fits(page, frame, what) {
  const measure = async () => {
    const outside = await (await frame.frameElement()).evaluate((element) => element.clientHeight);
    const inside = await frame.evaluate(() => ({
      content: document.body.getBoundingClientRect().height,
      scrolls: document.documentElement.scrollHeight - innerHeight,
      sideways: document.documentElement.scrollWidth - innerWidth,
    }));
    return { outside, ...inside };
  };
  let seen;
  for (let tries = 0; tries < 40; tries += 1) {
    seen = await measure();
    if (Math.abs(seen.outside - seen.content) <= 2 && seen.scrolls <= 0) break;
    await page.waitForTimeout(50);
  }
  assert.ok(Math.abs(seen.outside - seen.content) <= 2, `${what}: ${JSON.stringify(seen)}`);
  assert.ok(seen.scrolls <= 0 && seen.sideways <= 0, `${what}: ${JSON.stringify(seen)}`);
  return seen.outside;
}

const mine = `view="devis" lang="fr" profile="cat=AF&amp;ca=120000"`;

describe("the tag on a partner's page", () => {
  before(launch);
  after(close);

  test("fits its content through a whole visit, without scrollbars", async () => {
    const { page, frame, leave } = await open(`<h1>Partenaire</h1>${tag(mine)}<p>La suite</p>`, { page: { width: 800 } });
    await expectValue(frame, "total-gross", "207000");
    const heights = [await fits(page, frame, "on arrival")];
    const step = async (what, act) => {
      await act();
      heights.push(await fits(page, frame, what));
    };
    await step("another category", () => frame.getByLabel("Formation par apprentissage").first().check());
    await step("an error", () => frame.getByLabel(/Chiffre d’affaires formation/).fill("12O 000"));
    await step("corrected", () => frame.getByLabel(/Chiffre d’affaires formation/).fill("120 000"));
    await step("unfolded", () => frame.getByText("Autres précisions").click());
    await step("explained", () => frame.getByTestId("total-gross").click());
    await step("folded again", () => frame.getByText("Autres précisions").click());
    await step("narrow", () => page.setViewportSize({ width: 360, height: 800 }));
    await step("wide", () => page.setViewportSize({ width: 1400, height: 800 }));
    assert.ok(heights[4] > heights[3] + 200, "it grows");
    assert.ok(heights[6] < heights[5] - 200, "it shrinks");
    await leave();
  });

  test("fits a page of 280 px and one of 2 000 px, zoomed, right to left", async () => {
    for (const [width, style] of [[280, ""], [2000, ""], [800, "zoom: 1.5"], [800, "direction: rtl"]]) {
      const { page, frame, leave } = await open(`<main style="${style}">${tag(mine)}</main>`, { page: { width } });
      await fits(page, frame, `${width} px ${style}`);
      if (width === 280) assert.deepEqual(await overflow(frame), []);
      await leave();
    }
  });

  test("shows three at once, each with its own answers, from one script given twice", async () => {
    const body = [mine, `view="devis" lang="en" profile="cat=BC&ca=900000"`, `view="indicateurs" profile="cat=CFA&ca=1000"`];
    const { page, frames, leave } = await open(body.map(tag).join(""), { count: 3, page: { height: 4000 } });
    assert.equal(frames.length, 3);
    const of = (text) => frames.find((frame) => frame.url().includes(text));
    await expectValue(of("cat=AF&"), "total-gross", "207000");
    await of("lang=en").getByText("Your quote").waitFor();
    await of("indicateurs").getByTestId("indicator-row-14").waitFor();
    for (const frame of frames) await fits(page, frame, frame.url());
    await leave();
  });

  test("follows its attributes: colour, ground, language, view, answers, height", async () => {
    const { page, frame, leave } = await open(tag(mine));
    const set = (name, value) => page.evaluate(([name, value]) => document.querySelector("calliope-quote").setAttribute(name, value), [name, value]);
    const worn = () => frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
    await set("accent", "#ffcc00");
    await frame.waitForFunction(() => document.documentElement.style.getPropertyValue("--accent-dark") === "#ffcc00");
    assert.notEqual(await worn(), "#ffcc00", "yellow on white is repaired");
    await set("theme", "dark");
    await frame.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue("--paper").trim() === "#151917");
    assert.equal(await worn(), "#ffcc00");
    // What the visitor has typed stays when the language changes.
    await frame.getByLabel(/Chiffre d’affaires formation/).fill("800 000");
    await set("lang", "en");
    await frame.getByText("Your quote").waitFor();
    await frame.waitForFunction(() => location.hash.includes("ca=800000"));
    // Nor is anything lost on the way through another view: an option, an amount that cannot be read.
    await frame.getByText("More details").click();
    await frame.getByText("A transfer from another certifier").click();
    await frame.getByLabel(/Training turnover/).fill("80O 000");
    await set("view", "calendrier");
    await frame.getByRole("heading", { level: 1, name: /calendar/i }).waitFor();
    await set("view", "devis");
    await frame.getByText("Your quote").waitFor();
    assert.equal(await frame.getByLabel(/Training turnover/).inputValue(), "80O 000");
    assert.ok(await frame.getByLabel("A transfer from another certifier").isChecked());
    await set("profile", "cat=BC&ca=1");
    await expectValue(frame, "total-gross", "207000");
    await frame.waitForFunction(() => location.hash.includes("cat=BC") && location.hash.includes("theme=dark") && location.hash.includes("lang=en"));
    await set("lang", "");
    await frame.getByText("Votre devis").waitFor();
    await set("height", "500");
    assert.equal(await (await frame.frameElement()).evaluate((element) => element.clientHeight), 500);
    await set("height", "");
    await fits(page, frame, "the height of the content again");
    await leave();
  });

  test("works in a page with a strict content policy, with the lines that the configurator gives", async () => {
    const policy = `default-src 'none'; script-src ${origin} 'nonce-x'; frame-src ${origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    const { page, frame, leave } = await open(tag(mine), { headers: { "content-security-policy": policy } });
    await expectValue(frame, "total-gross", "207000");
    await fits(page, frame, "under a policy");
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("calliope-quote")).display), "block");
    await leave();
  });

  test("hears nobody but its frame: forged and malformed messages change nothing", async () => {
    const forger = `<iframe id="forger" srcdoc="<script>
      for (const message of [null, 1, 'x', [], {}, { ns: 'calliope/1' }, { ns: 'calliope/1', type: 'height', px: 9 }, { ns: 'calliope/1', type: 'height', px: 'x' },
        { ns: 'calliope/1', type: 'quote', quote: { version: 1 } }, { ns: 'calliope/1', type: 'ready' }, { ns: 'calliope/1', type: '__proto__' }])
        parent.postMessage(message, '*');
    </script>"></iframe>`;
    const { page, frame, leave } = await open(`${tag(mine)}${forger}`);
    const height = await fits(page, frame, "before");
    // From the host's own window, and straight to the frame from one that is not its parent.
    await page.evaluate(() => {
      const forged = [{ ns: "calliope/1", type: "height", px: 9 }, { ns: "calliope/1", type: "quote", quote: { version: 1 } }];
      for (const message of forged) window.postMessage(message, "*");
    });
    await page.frames().find((one) => one.parentFrame() && one !== frame).evaluate((target) => {
      const messages = [
        { ns: "calliope/1", type: "hello", partner: "mallory" },
        { ns: "calliope/1", type: "profile", profile: "cat=CFA&ca=9" },
        { ns: "calliope/1", type: "theme", accent: "ff0000" },
      ];
      const { contentWindow } = parent.document.querySelector("calliope-quote").shadowRoot.querySelector("iframe");
      for (const message of messages) contentWindow.postMessage(message, target);
    }, origin);
    // Malformed ones from the host itself.
    await page.evaluate((target) => {
      const bad = [null, 3, "x", {}, { ns: "calliope/1", type: "constructor" }, { ns: "calliope/1", type: "theme", accent: {} }, { ns: "calliope/1", type: "profile", profile: 7, lang: [], view: {} },
        { ns: "calliope/1", type: "profile", profile: `cat=${"A".repeat(9000)}` },
        { ns: "calliope/1", type: { toString: 0, valueOf: 0 } }, { ns: "calliope/1", type: "profile", view: "\ud800", lang: "zz", profile: [] },
        { ns: "calliope/1", type: "theme", accent: "\ud800", theme: "plaid" }];
      for (const message of bad) document.querySelector("calliope-quote").shadowRoot.querySelector("iframe").contentWindow.postMessage(message, target);
    }, origin);
    await page.waitForTimeout(500);
    assert.equal(await fits(page, frame, "after"), height);
    await expectValue(frame, "total-gross", "207000");
    assert.deepEqual(await page.evaluate(() => heard.quotes), []);
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.partner), "");
    assert.equal(await frame.getByTestId("link-banner").count(), 0);
    await leave();
  });

  test("tells a height once it has changed by 2 px or more, and stops one that follows itself", async () => {
    const { page, frame, leave, complaints } = await open(`<div id="room">${tag(mine)}</div>`, { page: { width: 1000 } });
    await fits(page, frame, "on arrival");
    await frame.getByText("Autres précisions").click();
    await fits(page, frame, "unfolded");
    const heights = await page.evaluate(() => heard.heights);
    for (const [place, px] of heights.entries()) assert.ok(place === 0 || px !== heights[place - 1] || px === heights[0], heights.join());
    assert.ok(heights.length <= 8, `${heights.length} messages for two changes`);
    // A host whose style follows the height: narrow, wide, narrow, for ever.
    await page.evaluate(() => {
      addEventListener("message", ({ data }) => {
        if (data?.type !== "height") return;
        const room = document.getElementById("room");
        room.style.width = room.style.width === "400px" ? "900px" : "400px";
        if (data.stopped) window.stopped = true;
      });
      document.getElementById("room").style.width = "400px";
    });
    await page.waitForFunction(() => window.stopped);
    const told = await page.evaluate(() => heard.heights.length);
    await page.waitForTimeout(600);
    assert.equal(await page.evaluate(() => heard.heights.length), told, "it has stopped");
    assert.equal(await frame.evaluate(() => document.documentElement.hasAttribute("data-fit")), false, "what does not fit scrolls");
    assert.match(complaints.splice(0).join(), /follows itself/);
    await leave();
  });

  test("takes what webmasters write: a whole link, a language of a country, a layout that shrinks", async () => {
    const attributes = `lang="en-GB" theme="Dark" profile="${base}#/devis?v=1&amp;cat=BC&amp;ca=1&amp;lang=fr&amp;embed=1"`;
    const { page, frame, leave } = await open(`<div style="display:flex; align-items:center; flex-direction:column">${tag(attributes)}</div>`);
    await frame.getByText("Your quote").waitFor();
    await frame.waitForFunction(() => location.hash.includes("cat=BC&ca=1&lang=en") && location.hash.includes("theme=dark"));
    assert.equal(await frame.getByTestId("link-banner").count(), 0);
    assert.ok(await frame.evaluate(() => innerWidth) > 1000, "as wide as its place");
    await page.evaluate((link) => document.querySelector("calliope-quote").setAttribute("profile", link), `${base}#/devis?v=1&cat=AF&ca=1&lang=fr&embed=1`);
    await frame.waitForFunction(() => location.hash.includes("cat=AF&ca=1&lang=en"));
    assert.equal(await frame.getByTestId("link-banner").count(), 0);
    await leave();
  });

  test("says what a bad profile holds, in the frame, and goes on", async () => {
    const { frame, leave } = await open(tag(`profile="cat=ZZ&ca=120000&what=1"`));
    await frame.getByTestId("link-banner").getByText(/what/).waitFor();
    await expectValue(frame, "total-gross", "207000");
    await leave();
  });

  test("works in a page that came from elsewhere: inserted late, moved, hidden, removed while loading", async () => {
    const { page, leave } = await open(`<div id="tab" style="display:none">${tag(mine)}</div>${tag(mine)}`, { count: 1 });
    await page.evaluate(() => {
      const late = document.createElement("calliope-quote");
      document.body.append(late);
      late.remove();
      document.body.prepend(late);
      const gone = document.createElement("calliope-quote");
      document.body.append(gone);
      setTimeout(() => gone.remove(), 30);
    });
    await page.waitForFunction(() => heard.ready >= 2);
    await page.evaluate(() => { document.getElementById("tab").style.display = "block"; document.getElementById("tab").scrollIntoView(); });
    await page.waitForFunction(() => heard.ready >= 3);
    const frames = page.frames().filter((frame) => frame.url().startsWith(base));
    assert.equal(frames.length, 3);
    for (const frame of frames) await fits(page, frame, frame.url());
    await leave();
  });

  test("is reached and left with the keyboard", async () => {
    const { page, frame, leave } = await open(`<button id="first">Avant</button>${tag(mine)}<button id="last">Après</button>`);
    await page.locator("#first").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.ok(await frame.evaluate(() => document.activeElement !== document.body), "the focus is in the frame");
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.id === "last")) break;
    }
    assert.equal(await page.evaluate(() => document.activeElement.id), "last");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.localName), "calliope-quote");
    await leave();
  });

  test("never takes the focus by itself, nor a key of the host's history", async () => {
    const { page, frame, leave } = await open(`<input id="own">${tag(mine)}`);
    await page.locator("#own").focus();
    const entries = await page.evaluate(() => history.length);
    await page.evaluate(() => document.querySelector("calliope-quote").setAttribute("view", "indicateurs"));
    await frame.getByTestId("indicator-row-1").waitFor();
    await page.evaluate(() => document.querySelector("calliope-quote").setAttribute("accent", "#123456"));
    await frame.waitForFunction(() => location.hash.includes("123456"));
    await page.keyboard.type("à moi");
    assert.equal(await page.locator("#own").inputValue(), "à moi");
    assert.equal(await page.evaluate(() => history.length), entries);
    await leave();
  });

  test("meets no barrier, in light and dark", async () => {
    for (const theme of ["light", "dark"]) {
      const { page, frame, leave } = await open(`<main><h1>Partenaire</h1>${tag(`${mine} theme="${theme}" accent="#ff8800" partner="p"`)}</main>`);
      await frame.getByLabel(/Transmettre cette estimation/).waitFor();
      await accessible(frame, theme);
      await accessible(page, "the host's page");
      await leave();
    }
  });
});

describe("an estimate", () => {
  before(launch);
  after(close);

  test("reaches the host once the visitor agrees, follows the answers, and stops when they no longer do", async () => {
    const { page, frame, leave, partner } = await open(tag(`${mine} partner="my-site"`));
    const heard = () => page.evaluate(() => heard.quotes);
    const box = frame.getByLabel(`Transmettre cette estimation à ${new URL(partner).host}`);
    await frame.getByLabel("Formation par apprentissage").first().check();
    await page.waitForTimeout(600);
    assert.deepEqual(await heard(), [], "nothing before the visitor agrees");
    await box.check();
    await page.waitForFunction(() => window.heard.quotes.length === 1);
    const [first] = await heard();
    assert.deepEqual(Object.keys(first), ["version", "partner", "link", "assessment", "tariff_in_force"]);
    assert.equal(first.version, 1);
    assert.equal(first.partner, "my-site");
    assert.equal(first.assessment.quote.gross_cents, 345000);
    assert.match(first.link, /^http.*#\/devis\?v=1&cat=AF\.CFA&ca=120000/);
    assert.doesNotMatch(first.link, /embed/);
    // The module has changed under the box: it is still ticked, and still has the focus.
    assert.ok(await box.isChecked());
    assert.equal(await frame.evaluate(() => document.activeElement.id), "consent");
    await frame.getByText("Estimation transmise").waitFor();
    await frame.getByLabel(/Chiffre d’affaires formation/).fill("800 000");
    await page.waitForFunction(() => window.heard.quotes.length === 2);
    await box.uncheck();
    await frame.getByLabel(/Chiffre d’affaires formation/).fill("100");
    await page.waitForTimeout(900);
    assert.equal((await heard()).length, 2, "nothing any more");
    // Another view holds more than an estimate: nothing of it is sent, ticked or not.
    await box.check();
    await page.waitForFunction(() => window.heard.quotes.length === 3);
    await page.evaluate(() => document.querySelector("calliope-quote").setAttribute("view", "nda"));
    await frame.getByLabel(/Numéro/).first().fill("11 75 12345 75");
    await page.waitForTimeout(900);
    assert.equal((await heard()).length, 3, "nothing from another view");
    // Another partner asks anew.
    await page.evaluate(() => document.querySelector("calliope-quote").setAttribute("view", "devis"));
    await page.waitForFunction(() => window.heard.quotes.length === 4);
    assert.match(await frame.locator("footer").textContent(), /Vous transmettez cette estimation/);
    await page.evaluate(() => document.querySelector("calliope-quote").setAttribute("partner", "mallory"));
    await frame.locator("#consent:not(:checked)").waitFor();
    await frame.getByLabel(/Chiffre d’affaires formation/).fill("900");
    await page.waitForTimeout(900);
    assert.equal((await heard()).length, 4, "nothing for another partner");
    await leave();
  });

  test("is not asked for without a partner, nor when the page is opened by itself", async () => {
    const { frame, leave } = await open(tag(mine));
    assert.equal(await frame.getByLabel(/Transmettre/).count(), 0);
    await leave();
    const opened = await newPage();
    await opened.page.goto(`${base}#/devis?v=1&cat=AF&ca=120000&embed=1&accent=1f6f54`);
    await expectValue(opened.page, "total-gross", "207000");
    assert.equal(await opened.page.getByLabel(/Transmettre/).count(), 0);
    assert.equal(await opened.page.locator('meta[name="robots"]').getAttribute("content"), "noindex");
    await opened.leave();
  });

  test("is never sent to a page without an origin", async () => {
    const inner = encodeURIComponent(`<!doctype html><body>${tag(`${mine} partner="p"`)}`);
    const partner = await host(`<iframe src="data:text/html,${inner}" width="800" height="900"></iframe>`);
    const { page, leave } = await newPage();
    // Only a host that says nothing of who may show the site lets such a page do it.
    await page.route(base, async (route) => {
      const answer = await route.fetch();
      const { "content-security-policy": _, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers });
    });
    await page.goto(partner.url);
    const frame = await waitForFrame(page, base);
    await expectValue(frame, "total-gross", "207000");
    // It has said hello: the frame follows its height, and asks nothing.
    await frame.waitForSelector("html[data-fit]");
    assert.equal(await frame.getByLabel(/Transmettre/).count(), 0);
    partner.close();
    await leave();
  });
});

/** The first frame of the site, once its result is there. It is looked up again at each try: a sandboxed frame moves to
 * a process of its own while it loads, and a wait that began before may never hear of it. */
async function waitForFrame(page, start) {
  const soon = () => new Promise((done) => setTimeout(done, 100));
  for (let tries = 0; tries < 150; tries += 1) {
    const frame = page.frames().find((one) => one.url().startsWith(start));
    const ready = frame?.evaluate(() => document.documentElement.dataset.ready).catch(() => undefined);
    if ((await Promise.race([ready, soon()])) === "true") return frame;
    await soon();
  }
  throw new Error("no frame of the site is ready");
}

describe("a frame alone", () => {
  before(launch);
  after(close);

  test("works without the script, in a sandbox without an origin, with storage refused", async () => {
    for (const sandbox of ["", 'sandbox="allow-scripts"']) {
      const partner = await host(`<iframe src="${base}#/devis?v=1&cat=AF&ca=120000&embed=1" width="600" height="700" ${sandbox}></iframe>`);
      const { page, leave } = await newPage();
      await page.goto(partner.url);
      const frame = await waitForFrame(page, base);
      await expectValue(frame, "total-gross", "207000");
      await frame.getByLabel(/Chiffre d’affaires formation/).fill("800 000");
      await frame.waitForFunction(() => document.querySelector('[data-testid="total-gross"]').dataset.value !== "207000");
      partner.close();
      await leave();
    }
  });

  test("keeps drafts in memory where the host's browser refuses storage, and says so", async () => {
    const partner = await host(`<iframe src="${base}#/brouillons?v=1&cat=AF&ca=120000&embed=1" width="900" height="900" sandbox="allow-scripts"></iframe>`);
    const { page, leave } = await newPage();
    await page.goto(partner.url);
    const frame = await waitForFrame(page, base);
    await frame.getByTestId("storage-banner").waitFor();
    partner.close();
    await leave();
  });

  test("opens other views and the full site in a tab of their own, with the answers", async () => {
    const { page, frame, leave } = await open(tag(`${mine} accent="#123456"`));
    await frame.getByLabel("Formation par apprentissage").first().check();
    for (const name of ["Ouvrir sur le site complet", "Voir le calendrier"]) {
      const [tab] = await Promise.all([page.context().waitForEvent("page"), frame.getByRole("link", { name }).first().click()]);
      await tab.waitForSelector("html[data-ready=true]");
      assert.match(tab.url(), /#\/(devis|calendrier)\?v=1&cat=AF\.CFA&ca=120000/);
      assert.doesNotMatch(tab.url(), /embed|accent/);
      await tab.getByRole("navigation").first().waitFor();
      await tab.close();
    }
    assert.match(frame.url(), /embed=1/);
    await leave();
  });
});

describe("the configurator", () => {
  before(launch);
  after(close);

  test("makes a tag that works as pasted, and says when a colour is repaired", async () => {
    const { page, leave } = await newPage();
    await page.goto(`${base}#/integrer?v=1&cat=AF.CFA&ca=120000`);
    await page.getByLabel("Vue", { exact: true }).selectOption("indicateurs");
    await page.getByLabel("Couleur d’accent").fill("#ffee00");
    assert.match(await page.getByTestId("contrast").textContent(), /#ffee00 se lirait mal/);
    await page.getByLabel("Couleur d’accent").fill("#1f6f54x");
    await page.getByText(/«\s#1f6f54x\s» n’est pas une couleur/).waitFor();
    await page.getByLabel("Couleur d’accent").fill("#7a1f54");
    await page.getByText("Préremplir avec les réponses du devis").click();
    await page.getByLabel("Votre identifiant").fill('l"ami <b>');
    const preview = await waitForFrame(page, `${base}#/indicateurs`);
    await preview.getByTestId("indicator-row-14").waitFor();
    const pasted = await page.getByTestId("tag").textContent();
    const alone = await page.getByTestId("frame").textContent();
    const policy = await page.getByTestId("policy").textContent();
    await leave();

    const { page: there, frame, leave: go } = await open(pasted, { headers: { "content-security-policy": `default-src 'none'; ${policy}` } });
    await frame.locator('[data-testid="indicator-row-14"][data-applies="yes"]').waitFor();
    await fits(there, frame, "as pasted");
    assert.equal(await there.evaluate(() => document.querySelector("calliope-quote").getAttribute("partner")), 'l"ami <b>');
    await go();

    const partner = await host(alone);
    const opened = await newPage();
    await opened.page.goto(partner.url);
    const framed = await waitForFrame(opened.page, base);
    await framed.locator('[data-testid="indicator-row-14"][data-applies="yes"]').waitFor();
    partner.close();
    await opened.leave();
  });
});

describe("the demonstration page", () => {
  before(launch);
  after(close);

  test("embeds the site from another origin and shows what it receives", async () => {
    const { page, leave } = await newPage();
    await page.goto(process.env.DEMO_URL);
    assert.notEqual(new URL(page.url()).origin, origin);
    const frame = await waitForFrame(page, base);
    await frame.getByLabel(/Transmettre cette estimation/).check();
    await page.locator("output").getByText('"gross_cents"').waitFor();
    await leave();
  });
});
