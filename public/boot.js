// Loads a module of the app: its glue and its wasm at the same time, then says so if either fails.
//
// The first visit needs the quote alone, in one language; `views` and `desk` hold more, and take the page over when asked.
const boot = document.querySelector("script[data-wasm]").dataset;
const { glue, wasm, modules } = boot;
const files = { quote: [glue, wasm] };
for (const [name, ...paths] of modules.split(";").map((module) => module.split(" "))) files[name] = paths;

const url = (path) => new URL(path, document.baseURI);

// Shown in the page of a partner: `frame.js` speaks with it. No search engine lists a frame.
if (/[?&]embed=1(&|$)/.test(location.hash)) {
  document.documentElement.dataset.embed = "";
  const robots = Object.assign(document.createElement("meta"), { name: "robots", content: "noindex" });
  // Another view opens on the site itself, in a tab of its own.
  const links = Object.assign(document.createElement("base"), { target: "_blank" });
  document.head.append(robots, links);
  if (parent !== self) import(url("frame.js"));
}

// What the certifier brings, fetched beside the module. A host may answer a missing file with its page: that is no file.
const MOST_SETTINGS = 300_000;
const settings = fetch(url("site.json"), { cache: "no-cache", signal: AbortSignal.timeout?.(5000) })
  .then(async (got) => {
    if (got.status === 404 || got.headers.get("content-type")?.startsWith("text/html")) return;
    const text = got.ok && Number(got.headers.get("content-length")) <= MOST_SETTINGS ? await got.text() : "";
    if (!text || text.length > MOST_SETTINGS) throw new Error(`site.json: ${got.status}, ${text.length} characters`);
    boot.settings = text;
  })
  .catch((error) => {
    console.error(error);
    boot.settingsFault = "";
  });

const started = {};

function start(name) {
  return (started[name] ??= load(files[name]).catch(fail));
}

async function load([glue, wasm]) {
  const bytes = fetch(url(wasm));
  const { default: init } = await import(url(glue));
  await settings;
  await init({ module_or_path: bytes });
}

function fail(error) {
  console.error(error);
  document.getElementById("app").hidden = true;
  document.getElementById("not-loaded").hidden = false;
}

/** The language that the page will speak: that of the link, else the first known one of the browser, else French. */
function language() {
  const asked = location.hash.match(/[?&]lang=(fr|en)(&|$)/)?.[1];
  return asked ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => ["fr", "en"].includes(tag)) ?? "fr";
}

/** The smallest module that shows the address. */
function first() {
  const view = location.hash.match(/^#\/?([^?]*)/)?.[1] || "devis";
  // The entry of the history says from which writing of a draft the page goes on: only the desk keeps drafts.
  const draft = /^\S+ \S/.test(history.state ?? "");
  if (draft || ["brouillons", "comparer", "preparation"].includes(view)) return "desk";
  if (view !== "devis") return "views";
  return language() === "en" ? "en" : "quote";
}

// Reloaded with its fragment, which holds the answers.
for (const link of document.querySelectorAll(".fault .button")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
}
document.getElementById("waiting").hidden = false;
for (const name of ["views", "desk", "qr"]) addEventListener(`calliope:${name}`, () => start(name));

const name = first();
start(name).then(() => {
  // Fetched ahead once the page is quiet, so that another view opens at once.
  const ahead = () => files.views.forEach((path) => fetch(url(path), { priority: "low" }).then((got) => got.arrayBuffer(), () => {}));
  if (name in { quote: 0, en: 0 } && !navigator.connection?.saveData) (self.requestIdleCallback ?? setTimeout)(ahead);
});
