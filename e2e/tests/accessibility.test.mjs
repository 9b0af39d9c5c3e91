// WCAG 2.2 AA and RGAA 4.1, in every view: docs/accessibility.md says which test holds which criterion.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { accessible, close, go, launch, unfold, visit } from "../lib/site.mjs";
import { filled } from "../lib/views.mjs";

before(launch);
after(close);

/** Shows a view with everything in it unfolded. */
async function show(page, fragment) {
  const word = fragment.split("?")[0];
  await go(page, fragment);
  // The link of the view in the menu or at the foot says that it is here; its content comes after its heading.
  await page.waitForFunction((word) => {
    const link = document.querySelector(`.menu [href^="${word}"]`);
    return (!link || link.getAttribute("aria-current") === "page") && document.querySelector("main h1 ~ *, main h1 + *, .lost");
  }, word);
  await page.waitForTimeout(60);
  await unfold(page);
}

const looks = ["fr-FR", "en-GB"].flatMap((lang) => ["light", "dark"].map((scheme) => ({ lang, scheme })));

describe("every view, in each language and scheme", () => {
  for (const look of looks) {
    test(`meets no barrier: ${look.lang}, ${look.scheme}`, async () => {
      const { page, leave } = await visit(filled.quote, look);
      for (const fragment of Object.values(filled)) {
        await show(page, fragment);
        await accessible(page, fragment);
      }
      await leave();
    });

    test(`meets no barrier in the page of a partner: ${look.lang}, ${look.scheme}`, async () => {
      const { page, leave } = await visit(`${filled.quote}&embed=1&accent=ffee00`, look);
      for (const fragment of Object.values(filled)) {
        await show(page, `${fragment}${fragment.includes("?") ? "&" : "?"}embed=1&accent=ffee00&lang=${look.lang.slice(0, 2)}`);
        await accessible(page, `${fragment}, embedded`);
      }
      await leave();
    });
  }
});

describe("structure", () => {
  test("tables have a caption and headers with a scope, figures of charts have their twin in text", async () => {
    const { page, leave } = await visit(filled.quote);
    for (const [name, fragment] of Object.entries(filled)) {
      await show(page, fragment);
      const wrong = await page.evaluate(() => {
        const tables = [...document.querySelectorAll("main table")];
        return [
          ...tables.filter((table) => !table.caption?.textContent.trim() && !table.getAttribute("aria-label") && !table.getAttribute("aria-labelledby")).map((table) => `no caption: ${table.textContent.slice(0, 60)}`),
          ...tables.flatMap((table) => [...table.querySelectorAll("th")]).filter((th) => !th.scope).map((th) => `no scope: ${th.textContent}`),
          ...[...document.querySelectorAll("main svg")].filter((svg) => svg.getAttribute("aria-hidden") !== "true" && !svg.getAttribute("aria-label") && !svg.querySelector("title")).map((svg) => `no twin: ${svg.outerHTML.slice(0, 80)}`),
        ];
      });
      assert.deepEqual(wrong, [], name);
    }
    await leave();
  });

  test("headings go down one level at a time from a single first one, landmarks are there once", async () => {
    const { page, leave } = await visit(filled.quote);
    for (const [name, fragment] of Object.entries(filled)) {
      await show(page, fragment);
      const { levels, landmarks } = await page.evaluate(() => ({
        levels: [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")].filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1])),
        landmarks: ["header", "nav", "main", "footer"].map((landmark) => [...document.querySelectorAll(`body ${landmark}`)].filter((found) => found.checkVisibility() && !found.closest("main > *, noscript")).length),
      }));
      assert.equal(levels.filter((level) => level === 1).length, 1, `${name}: ${levels}`);
      assert.equal(levels[0], 1, `${name}: ${levels}`);
      levels.reduce((last, level) => { assert.ok(level <= last + 1, `${name}: ${levels}`); return level; });
      assert.deepEqual(landmarks, [1, 1, 1, 1], name);
    }
    await leave();
  });

  test("targets are 24 px at least, or stand in a sentence", async () => {
    const found = new Set();
    for (const width of [360, 1280]) {
      const { page, leave } = await visit(filled.quote, { width });
      for (const [name, fragment] of Object.entries(filled)) {
        await show(page, fragment);
        const small = await page.evaluate(() => {
          const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.matches(".skip"));
          return targets.flatMap((target) => {
            // A label is part of its box's target; a link in a sentence is as high as its line.
            const box = (target.closest("label") ?? target).getBoundingClientRect();
            const inSentence = target.matches("a") && [...target.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
            return box.width >= 24 && box.height >= 24 || inSentence || box.width === 0 ? [] : [`${target.tagName} ${target.textContent.slice(0, 30)} ${target.id} ${Math.round(box.width)}×${Math.round(box.height)}`];
          });
        });
        small.forEach((target) => found.add(`${name}, ${width} px: ${target}`));
      }
      await leave();
    }
    assert.deepEqual([...found], []);
  });

  test("an error is announced, tied to its field, and the field says that it is wrong", async () => {
    const { page, leave } = await visit(filled.quote);
    const field = page.getByLabel("Chiffre d’affaires formation");
    await field.fill("12O 000");
    await page.getByText(/n’est pas un montant/).first().waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    const described = await field.evaluate((field) => (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
    assert.match(described, /12O\s000.*n’est pas un montant/);
    await leave();
  });

  test("the result is said politely once it is still, and not at every key", async () => {
    const { page, leave } = await visit("#/devis?v=1&cat=AF&ca=100000");
    await page.evaluate(() => {
      window.said = [];
      for (const region of document.querySelectorAll("[aria-live=polite], [role=status]")) {
        new MutationObserver(() => region.textContent.trim() && said.push(region.textContent.trim())).observe(region, { childList: true, characterData: true, subtree: true });
      }
    });
    await page.getByLabel("Chiffre d’affaires formation").selectText();
    await page.keyboard.type("900000", { delay: 40 });
    await page.waitForTimeout(1500);
    const said = await page.evaluate(() => window.said);
    assert.ok(said.length >= 1 && said.length <= 2, JSON.stringify(said));
    assert.equal(said.at(-1), await page.locator(".summary-line").textContent());
    await leave();
  });
});

describe("what the visitor's system asks for", () => {
  test("nothing moves under reduced motion", async () => {
    const { page, leave } = await visit(filled.quote);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      return [transitionDuration, animationDuration].some((time) => time.split(",").some((part) => parseFloat(part) > 0)) || scrollBehavior === "smooth";
    }).map((element) => element.className));
    assert.deepEqual(moving, []);
    await leave();
  });

  test("forced colours leave every control with an edge, and what is chosen with a mark", async () => {
    const { page, leave } = await visit(filled.quote);
    await page.emulateMedia({ forcedColors: "active" });
    for (const [name, fragment] of Object.entries(filled)) {
      await show(page, fragment);
      const edgeless = await page.evaluate(() => [...document.querySelectorAll("main :is(button.button, a.button, input:not([type=checkbox], [type=radio], [type=file]), select, textarea)")]
        .filter((control) => control.checkVisibility())
        .filter((control) => { const { borderTopStyle, borderTopWidth } = getComputedStyle(control); return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1; })
        .map((control) => control.outerHTML.slice(0, 80)));
      assert.deepEqual(edgeless, [], name);
    }
    await leave();
  });

  test("spaced out text loses nothing", async () => {
    const { page, leave } = await visit(filled.quote, { width: 360 });
    for (const [name, fragment] of Object.entries(filled)) {
      await show(page, fragment);
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("*")) Object.assign(element.style, { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
      });
      const cut = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
        const hides = [overflowX, overflowY].includes("hidden") || textOverflow === "ellipsis";
        return hides && !element.closest(".hidden, svg") && element.checkVisibility() && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
      }).map((element) => element.className));
      assert.deepEqual(cut, [], name);
    }
    await leave();
  });
});

describe("an accent", () => {
  test("of a hundred drawn at random is worn with a contrast of 4.5, on light and dark", async () => {
    let seed = 20261122;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const accents = Array.from({ length: 100 }, () => Math.floor(random() * 0x1000000).toString(16).padStart(6, "0"));
    for (const scheme of ["light", "dark"]) {
      const { page, leave } = await visit(`${filled.quote}&embed=1`, { scheme });
      for (const accent of accents) {
        await go(page, `${filled.quote}&embed=1&accent=${accent}`);
        await page.waitForFunction((accent) => location.hash.includes(accent) && getComputedStyle(document.documentElement).getPropertyValue("--accent-light"), accent);
        const contrasts = await page.evaluate(() => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
          const luminance = (colour) => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
          };
          const contrast = (one, other) => { const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
          const button = getComputedStyle(document.querySelector(".button:not(.quiet)"));
          const link = getComputedStyle(document.querySelector("main a:not(.button)"));
          return { button: contrast(button.color, button.backgroundColor), link: contrast(link.color, getComputedStyle(document.documentElement).backgroundColor) };
        });
        for (const [what, contrast] of Object.entries(contrasts)) assert.ok(contrast >= 4.5, `#${accent} on ${scheme}, ${what}: ${contrast}`);
      }
      await leave();
    }
  });
});
