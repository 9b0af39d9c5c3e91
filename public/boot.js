// Loads a module of the app: its glue and its wasm at the same time, then says so if either fails.
//
// The first visit needs the quote alone, in one language; `views` and `desk` hold more, and take the page over when asked.
const { glue, wasm, modules } = document.querySelector("script[data-wasm]").dataset;
const files = { quote: [glue, wasm] };
for (const [name, ...paths] of modules.split(";").map((module) => module.split(" "))) files[name] = paths;

const url = (path) => new URL(path, document.baseURI);

const started = {};

function start(name) {
  return (started[name] ??= load(files[name]).catch(fail));
}

async function load([glue, wasm]) {
  const bytes = fetch(url(wasm));
  const { default: init } = await import(url(glue));
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

document.getElementById("waiting").hidden = false;
for (const name of ["views", "desk", "qr"]) addEventListener(`calliope:${name}`, () => start(name));

const name = first();
start(name).then(() => {
  // Fetched ahead once the page is quiet, so that another view opens at once.
  const ahead = () => files.views.forEach((path) => fetch(url(path), { priority: "low" }).then((got) => got.arrayBuffer(), () => {}));
  if (name in { quote: 0, en: 0 } && !navigator.connection?.saveData) (self.requestIdleCallback ?? setTimeout)(ahead);
});
