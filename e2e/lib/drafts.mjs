// Saving and finding drafts, as a user does.

/** Everything that the browser keeps for the site. */
export const stored = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

/** The drafts that the browser keeps, by name. */
export async function drafts(page) {
  const texts = Object.entries(await stored(page)).filter(([key]) => key.startsWith("calliope:draft:v1:"));
  return Object.fromEntries(texts.map(([, text]) => JSON.parse(text)).map((draft) => [draft.name, draft]));
}

/** Saves what is on screen under a name. */
export async function save(page, name, tags = "") {
  await page.getByRole("link", { name: "Brouillons", exact: true }).click();
  await page.getByLabel("Nom du client").first().fill(name);
  await page.getByLabel("Étiquettes").first().fill(tags);
  await page.getByRole("button", { name: "Enregistrer ce brouillon" }).click();
  await page.getByText(`Le brouillon ouvert est « ${name} »`.replaceAll(" »", " »").replaceAll("« ", "« ")).waitFor();
}

/** The card of a draft. */
export const card = (page, name) => page.getByTestId("draft-item").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** The names of the cards, in order. */
export const names = (page) => page.getByTestId("draft-item").locator("h3").allTextContents();

/** A draft as the app writes one. */
export function made(id, name, { link = "#/devis?v=1&cat=AF&ca=100000", ...rest } = {}) {
  return {
    id,
    name,
    tags: [],
    created: 1,
    changed: 1,
    revision: "1",
    work: { link, keys: {}, typed: "", readiness: {} },
    figures: null,
    ...rest,
  };
}

/** Puts texts in the storage before the page opens. */
export const keep = (texts) => async (page) => {
  await page.addInitScript((texts) => {
    try {
      if (sessionStorage.getItem("kept")) return;
      sessionStorage.setItem("kept", "1");
      for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
    } catch {
      // A blank page has no storage.
    }
  }, texts);
};

/** Drafts as the storage keeps them. */
export const asKept = (drafts) => Object.fromEntries(drafts.map((draft) => [`calliope:draft:v1:${draft.id}`, JSON.stringify(draft)]));
