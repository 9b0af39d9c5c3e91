// The calendar of the cycle, through the built site.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import ICAL from "ical.js";
import { close, download, expectValue, launch, visit } from "../lib/site.mjs";

before(launch);
after(close);

/** The milestones on screen: name for programs → first day. */
const milestones = (page) => page.locator("[data-event]").evaluateAll((items) => Object.fromEntries(items.map((item) => [item.dataset.event, item.dataset.date])));

describe("the calendar", () => {
  test("counts from the decision", async () => {
    const { page, leave } = await visit("#/calendrier?v=1&ca=100000");
    await page.getByLabel("Date de la décision de certification").fill("2026-01-31");
    await expectValue(page, "expiry", "2029-01-31");
    await expectValue(page, "surveillance-from", "2027-03-31");
    await expectValue(page, "surveillance-to", "2027-11-30");
    assert.deepEqual(await milestones(page), {
      decision: "2026-01-31",
      bpf: "2027-04-30",
      surveillance: "2027-03-31",
      "renewal-contact": "2028-05-31",
      renewal: "2028-09-30",
      expiry: "2029-01-31",
      renewed: "2029-02-01",
    });
    await page.waitForURL(/decision=2026-01-31/);
    assert.match(await page.locator('[data-event="surveillance"]').textContent(), /du 31\smars\s2027 au 30\snovembre\s2027/);
    await leave();
  });

  test("counts from a contract, with dates that say they are only usual", async () => {
    const { page, leave } = await visit("#/calendrier?v=1&ca=100000&contrat=2026-12-01");
    const dates = await milestones(page);
    assert.equal(dates.contract, "2026-12-01");
    assert.equal(dates["audit-usual"], "2026-12-16");
    assert.equal(dates["audit-offered"], "2026-12-31");
    assert.equal(dates["decision-usual"], "2027-01-01");
    assert.equal(dates.expiry, "2030-01-01");
    assert.ok(await page.locator('[data-event="decision-usual"]').getByText("Date habituelle, pas une règle").isVisible());
    // Nothing that counts from a decision nobody has made passes for a deadline.
    assert.equal(await page.getByTestId("expiry").count(), 0);
    assert.ok(await page.locator('[data-event="expiry"]').getByText("Date supposée").isVisible());
    await page.getByLabel("Date de l’audit initial").fill("2026-12-10");
    await page.locator('[data-event="audit"]').waitFor();
    assert.equal((await milestones(page)).report, "2026-12-15");
    await leave();
  });

  test("gives each audit its duration and its amount, and marks an estimate", async () => {
    const { page, leave } = await visit("#/calendrier?v=1&cat=AF&ca=200000&audit=2026-12-01");
    assert.match(await page.locator('[data-event="audit"]').textContent(), /1,5\sjour, sur place, 1\s725\s€ HT/);
    assert.match(await page.locator('[data-event="surveillance"]').textContent(), /Estimation à confirmer/);
    await leave();
  });

  test("leaves as a file that calendar programs read, with its reminders", async () => {
    const { page, leave } = await visit("#/calendrier?v=1&ca=100000&decision=2026-03-15");
    const { name, text } = await download(page, () => page.getByRole("button", { name: "Ajouter à mon agenda (ICS)" }).click());
    assert.equal(name, "calliope-calendrier-2026-11-22.ics");
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    const dates = await milestones(page);
    assert.equal(events.length, Object.keys(dates).length);
    for (const event of events) {
      const id = event.uid.replace(/-\d{8}-[a-p]{16}@calliope$/, "");
      assert.equal(event.startDate.toString(), dates[id], id);
      assert.ok(event.startDate.isDate);
      assert.match(event.description, /#\/calendrier\?v=1/);
    }
    const surveillance = events.find((event) => event.uid.startsWith("surveillance"));
    assert.equal(surveillance.endDate.toString(), "2028-01-16");
    const alarms = surveillance.component.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toString());
    assert.deepEqual(alarms, ["-P60D", "-P14D"]);
    await leave();
  });

  test("keeps a date out of reason with its error", async () => {
    const { page, leave } = await visit("#/calendrier?v=1&decision=2026-03-15");
    await page.getByLabel("Date de la décision de certification").fill("0026-03-15");
    await page.getByText("L’année doit être comprise entre 2000 et 2100.").waitFor();
    await expectValue(page, "expiry", "2029-03-15");
    await leave();
  });
});
