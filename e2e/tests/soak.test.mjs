// Ten thousand things a restless visitor does: no error, and the memory is where it was.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { save } from "../lib/drafts.mjs";
import { close, expectValue, go, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

/** Does `count` things in the page, ten a frame, and says how many of each. */
const restless = (page, count, seed) => page.evaluate(async ({ count, seed }) => {
  const roll = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const texts = ["", "0", "1", "12", "120000", "12O 000", "750000", "99999999", "-3", "x", "CFA", "2026-12-01", "éà", "11 75 12345 69"];
  // What leaves the page, hands over files, or adds drafts without end.
  const left = /Imprimer|Print|Télécharger|Download|Exporter|Export|Partager|Share|Copier|Copy|Enregistrer|Save|Dupliquer|Duplicate|agenda|calendar program|JSON|CSV|QR|effacer|Erase|Supprimer|Delete|Recharger|Reload|mail/i;
  const done = {};
  const set = (element, value) => {
    element.value = value;
    for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  for (let turn = 0, acted = 0; acted < count; turn += 1) {
    if (turn % 10 === 0) await new Promise((next) => requestAnimationFrame(next));
    // Not further back than the first page of the visit.
    if (roll() < 0.02 && (done.a ?? 0) > (done.back ?? 0) + 2) {
      history.back();
      done.back = (done.back ?? 0) + 1;
      acted += 1;
      continue;
    }
    // Another view now and then: the rest of the time is spent in this one.
    const wanted = roll() < 0.08 ? "a[href^='#/']" : "button, input, select, textarea, summary";
    const element = pick([...document.querySelectorAll(`#app :is(${wanted})`)]);
    if (!element || left.test(element.textContent + (element.title ?? "")) || element.target === "_blank" || element.type === "file") continue;
    const kind = element.type && element.tagName !== "BUTTON" ? element.type : element.tagName.toLowerCase();
    done[kind] = (done[kind] ?? 0) + 1;
    acted += 1;
    if (element.tagName === "SELECT") set(element, pick([...element.options]).value);
    // Browsers let nothing else into a field of dates.
    else if (element.type === "date") set(element, pick(["", "2026-12-01", "2028-02-29", "1999-12-31"]));
    else if (["text", "search", "textarea"].includes(element.type)) set(element, pick(texts));
    else element.click();
  }
  return done;
}, { count, seed });

test("10 000 interactions, without error, and the heap back within a tenth", async () => {
  const { page, context, leave } = await visit("#/brouillons?v=1&cat=AF&ca=120000");
  await save(page, "Atelier");
  const devtools = await context.newCDPSession(page);
  const still = async () => {
    await go(page, "#/devis?v=1&cat=AF&ca=120000");
    await expectValue(page, "total-gross", "207000");
    await page.waitForTimeout(500);
    for (let turn = 0; turn < 3; turn += 1) await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    const { nodes } = await devtools.send("Memory.getDOMCounters");
    // What is unfolded stays unfolded: only nodes that are in no page any more are lost.
    const shown = await page.evaluate(() => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
      let count = 1;
      while (walker.nextNode()) count += 1;
      return count;
    });
    return { heap: usedSize, lost: nodes - shown };
  };
  // What is made once, at the first use of each view, is there.
  await restless(page, 2_000, 1);
  const before = await still();
  let done = {};
  for (let part = 0; part < 10; part += 1) {
    const counts = await restless(page, 1_000, part + 2);
    for (const [kind, count] of Object.entries(counts)) done[kind] = (done[kind] ?? 0) + count;
  }
  const after = await still();
  console.log(JSON.stringify({ done, before, after }));
  assert.ok(Object.keys(done).length >= 8, JSON.stringify(done));
  assert.ok(after.heap <= before.heap * 1.1, `${before.heap} → ${after.heap} bytes`);
  assert.ok(after.lost <= before.lost * 1.1 + 100, `${before.lost} → ${after.lost} nodes`);
  await leave();
});
