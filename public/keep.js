// What keeps a visit whole once the page is there: a copy of the site on this device, the way to a new version, the word
// that the network is gone, and the drafts, handed over when the app can no longer do it.
const find = (id) => document.getElementById(id);

/** Shows a notice of the page. */
export function show(id) {
  find(id).hidden = false;
}

const DRAFT = "calliope:draft:v1:";

/** The drafts that can be read, as the file that the app imports; empty where there are none. */
function drafts() {
  const readable = (text) => {
    try {
      return Boolean(text && JSON.parse(text));
    } catch {
      return false;
    }
  };
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    const texts = keys.filter((key) => key?.startsWith(DRAFT)).map((key) => localStorage.getItem(key));
    const kept = texts.filter(readable);
    return kept.length ? `{"calliope":1,"drafts":[\n${kept.join(",\n")}\n]}\n` : "";
  } catch {
    return "";
  }
}

/** Offers the drafts in a notice that says that the app has stopped. */
export function rescue(id) {
  const file = drafts();
  const button = find(id).querySelector("[data-rescue]");
  if (!file || !button.hidden) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const href = URL.createObjectURL(new Blob([file], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href, download: "calliope-brouillons.json" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  });
}

function network() {
  find("offline").hidden = navigator.onLine;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Doubts a clock that is behind the rules of the site, or years ahead of them; `rules` is the day they were checked. */
function clock(rules) {
  const [now, checked] = [new Date(), new Date(`${rules}T00:00`)];
  const late = (now - checked) / DAY;
  if (late > -1 && late < 730) return;
  for (const [lang, locale] of [["fr", "fr-FR"], ["en", "en-GB"]]) {
    const dates = find("clock").querySelectorAll(`[lang=${lang}] time`);
    [now, checked].forEach((date, place) => { dates[place].textContent = date.toLocaleDateString(locale, { dateStyle: "long" }); });
  }
  show("clock");
}

/** Keeps the site on this device, and says when a new version is there. */
async function keep(worker) {
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  const offer = () => {
    // The first version of all has nothing to replace.
    if (registration.waiting && navigator.serviceWorker.controller) show("new-version");
  };
  const follow = () => registration.installing?.addEventListener("statechange", offer);
  offer();
  follow();
  registration.addEventListener("updatefound", follow);
  let checked = Date.now();
  addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checked < HOUR) return;
    checked = Date.now();
    registration.update().catch(() => {});
  });
  return registration;
}

/** Looks after the page; `worker` is the script that keeps the site on this device, if any. */
export function look(worker, rules) {
  clock(rules);
  for (const kind of ["online", "offline"]) addEventListener(kind, network);
  network();
  const kept = worker && "serviceWorker" in navigator ? keep(worker) : Promise.resolve();
  kept.catch((error) => console.info("Calliope is not kept on this device:", error.message));
  find("new-version").querySelector("button").onclick = async () => {
    const waiting = (await kept.catch(() => undefined))?.waiting;
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  };
  document.documentElement.dataset.lookedAfter = "";
}
