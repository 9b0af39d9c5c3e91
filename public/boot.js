// Loads a module of the app: its glue and its wasm at the same time, then says so if either fails. Until it is there, the
// page shows its still, made at build, where that is what the module will show.
//
// The first visit needs the quote alone, in one language; `views` and `desk` hold more, and take the page over when asked.
// A page of an earlier release loads this script as a module.
const boot = (document.currentScript ?? document.querySelector("script[data-wasm]")).dataset;
const { glue, wasm, modules, worker, rules } = boot;
const root = document.documentElement;
const files = { quote: [glue, wasm] };
for (const [name, ...paths] of modules.split(";").map((module) => module.split(" "))) files[name] = paths;

// The page is still being read: what is in it is there once it is `read`.
const read = new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
const url = (path) => new URL(path, document.baseURI);
const find = (id) => document.getElementById(id);
const framed = parent !== self;
const keep = () => import(url("keep.js"));

// Shown in the page of a partner: `frame.js` speaks with it. No search engine lists a frame.
const embedded = /[?&]embed=1(&|$)/.test(location.hash);
if (embedded) {
  root.dataset.embed = "";
  const robots = Object.assign(document.createElement("meta"), { name: "robots", content: "noindex" });
  // Another view opens on the site itself, in a tab of its own.
  const links = Object.assign(document.createElement("base"), { target: "_blank" });
  document.head.append(robots, links);
  if (framed) read.then(() => import(url("frame.js")));
}

// What the certifier brings, fetched beside the module. A host may answer a missing file with its page: that is no file.
const MOST_SETTINGS = 300_000;
const settings = fetch(url("site.json"), { cache: "no-cache", signal: AbortSignal.timeout?.(5000) })
  .then(async (got) => {
    if (got.status === 404 || got.headers.get("content-type")?.startsWith("text/html")) return;
    const text = got.ok && !(Number(got.headers.get("content-length")) > MOST_SETTINGS) ? await got.text() : "";
    if (!text || text.length > MOST_SETTINGS) throw new Error(`site.json: ${got.status}, ${text.length} characters`);
    boot.settings = text;
  })
  .catch((error) => {
    console.error(error);
    boot.settingsFault = "";
  });

const started = {};

function start(name) {
  return (started[name] ??= load(files[name]).then(() => arrived(name), (error) => fail(name, error)));
}

let again = 0;

const styles = {};

/** The sheet of the other views, once. */
const styled = (path) => (styles[path] ??= new Promise((onload, fail) => {
  const onerror = () => {
    delete styles[path];
    link.remove();
    fail(new Error(path));
  };
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: url(path), onload, onerror });
  document.head.append(link);
}));

async function load([glue, wasm, style]) {
  const bytes = fetch(url(wasm)).then((got) => {
    if (!got.ok) throw new Error(`${wasm}: ${got.status}`);
    return got;
  });
  const [{ default: init }] = await Promise.all([import(url(glue + (again ? `?${again}` : ""))), bytes, style && styled(style), settings, read]);
  await init({ module_or_path: bytes });
  delete root.dataset.wait;
  try {
    redo();
  } catch (error) {
    console.error(error);
  }
}

const missing = new Set();

function arrived(name) {
  missing.delete(name);
  if (!missing.size) find("part").hidden = true;
}

/** A module did not come. The page that is there goes on without it, unless there is none yet. */
async function fail(name, error) {
  await read;
  console.error(error);
  delete started[name];
  // Some browsers remember that an import failed: it is asked for under another address.
  again += 1;
  if (isTrap(error)) return broken("fault");
  if (!root.dataset.ready) return broken("not-loaded");
  const page = await fetch(location.pathname, { cache: "no-store" }).then((got) => (got.ok ? got.text() : ""), () => "");
  missing.add(name);
  find(page && !page.includes(glue) ? "new-version" : "part").hidden = false;
}

/** A panic ends in a trap. */
const isTrap = (error) => error?.name === "RuntimeError";

/** The app has stopped: nothing on screen answers any more, and the notice says what to do. */
function broken(notice) {
  const app = find("app");
  app.inert = true;
  app.hidden = notice === "not-loaded";
  delete root.dataset.wait;
  find(notice).hidden = false;
  keep().then(({ rescue }) => rescue(notice), () => {});
}

for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, (event) => {
  const error = event.error ?? event.reason;
  // What the page refused in the middle of the app's work leaves it as a panic would.
  if (isTrap(error) || /wasm-function/.test(error?.stack)) broken("fault");
});

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

// The page in English is in English for everybody, and its links say so.
const written = root.lang;
if (written === "en" && !/[?&]lang=/.test(location.hash)) {
  const fragment = location.hash || "#/devis?v=1";
  history.replaceState(history.state, "", `${fragment}${fragment.includes("?") ? "&" : "?"}lang=en`);
}
root.lang = language();
root.dataset.boot = "";

/** What tells one settings file from another. */
const mark = (text) => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt()) | 0, 0);

/** Whether the address asks for nothing, and there is nothing to go on from: then the still is what the module will show. */
const bare = boot.still && !history.state && /^(#(\/(devis(\?v=1)?([?&]lang=(fr|en))?)?)?)?$/.test(location.hash);

/** Shows the still, if the settings of the site are those that it was made with. */
async function show() {
  const other = root.lang === "en" ? "en.html" : "./";
  const page = root.lang !== written && fetch(url(other)).then((got) => (got.ok ? got.text() : Promise.reject(new Error(`${other}: ${got.status}`))));
  await Promise.all([settings, page, read]);
  // Until the module has taken its place.
  if (!("wait" in root.dataset)) return;
  const [of, until] = boot.still.split(" ");
  if (mark(boot.settings ?? "") !== Number(of)) throw new Error("a still of other settings");
  if (until && new Date() >= new Date(`${until}T00:00`)) throw new Error("a still of another price list");
  if (page) {
    const still = new DOMParser().parseFromString(await page, "text/html").getElementById("app");
    if (!still) throw new Error(`${other} holds no still`);
    find("app").replaceWith(still);
  }
  const [light, dark] = (boot.accents ?? "").split(" ");
  if (dark) for (const [name, accent] of [["light", light], ["dark", dark]]) root.style.setProperty(`--accent-${name}`, accent);
  delete root.dataset.wait;
}

/** The still is not what the module will show: it goes. */
async function drop() {
  root.dataset.wait = "";
  await read;
  if ("wait" in root.dataset) find("app").replaceChildren();
}

root.dataset.wait = "still";
if (bare) show().catch(() => "wait" in root.dataset && drop());
else drop();

// What is done in the still is done again in the page that takes its place; a link waits for the answers it must carry.
const parts = () => [...find("app").querySelectorAll("a, button, input, select, summary, #title")];
let pressed, focused, before = [];
const press = (event) => {
  const part = event.target.closest("#app :is(a, button)");
  const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!part || !plain) return;
  if (part.matches("a")) event.preventDefault();
  if (part.matches(".skip")) find("title").focus();
  else pressed = part;
};
// The result is that of other answers until then.
const answer = () => find("result")?.classList.add("stale");
addEventListener("click", press);
addEventListener("input", answer);
addEventListener("calliope:take-over", () => {
  removeEventListener("click", press);
  removeEventListener("input", answer);
  focused = document.activeElement;
  if (!("wait" in root.dataset)) before = parts();
}, { once: true });

function redo() {
  const done = before.splice(0);
  const after = parts();
  if (after.length !== done.length) return;
  done.forEach((was, index) => {
    const is = after[index];
    if (was === focused) is.focus({ preventScroll: true });
    if (was === pressed) setTimeout(() => follow(is));
    else if (was.matches("summary")) is.parentElement.open = was.parentElement.open;
    else if (was.checked !== is.checked && (was.checked || was.type !== "radio")) is.click();
    else if (was.matches("input, select") && was.value !== is.value) {
      is.value = was.value;
      is.dispatchEvent(new Event(was.matches("select") ? "change" : "input", { bubbles: true }));
    }
    if (was === focused && was.selectionStart != null) is.setSelectionRange(was.selectionStart, was.selectionEnd);
  });
}

/** Presses what was pressed, once the answers given before it are taken into account. */
function follow(part) {
  dispatchEvent(new Event("calliope:settle"));
  setTimeout(() => part.click());
}

read.then(() => {
  find("not-started").remove();
  // Reloaded with its fragment, which holds the answers.
  for (const button of document.querySelectorAll("[data-reload]")) button.onclick = () => location.reload();
  find("retry").onclick = () => missing.forEach(start);
});
for (const name of ["views", "desk", "qr"]) addEventListener(`calliope:${name}`, () => start(name));

const name = first();
start(name).then(async () => {
  // Fetched ahead once the page is quiet, so that another view opens at once.
  const ahead = () => Promise.all(files.views.map((path) => fetch(url(path), { priority: "low" }).then((got) => got.arrayBuffer(), () => {})));
  const quiet = new Promise((done) => (self.requestIdleCallback ?? setTimeout)(done));
  const spare = navigator.connection?.saveData;
  await quiet;
  if (name in { quote: 0, en: 0 } && !spare) await ahead();
  keep().then(({ look }) => look(framed || spare ? "" : worker && url(worker), rules), () => {});
});
