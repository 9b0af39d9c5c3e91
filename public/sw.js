// Keeps one release of the site whole on this device: every view works without a network after the first visit.
//
// The list is made by the build from the real files, each with the hash of its content: what does not match is not kept,
// so that two releases never mix. A new release waits until the tabs of the earlier one are closed or reloaded.
const FILES = { "precache": "" };
const KEPT = `calliope ${registration.scope}`;
const CACHE = `${KEPT} release`;
const SETTINGS = "site.json";
const PAGES = new Map([["", "./"], ["index.html", "./"], ["en.html", "en.html"], ["en", "en.html"]]);
const TAKE_OVER = "take over";

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));
addEventListener("message", ({ data }) => data === TAKE_OVER && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, href } = new URL(request.url);
  const ours = request.method === "GET" && origin === location.origin && href.startsWith(registration.scope);
  // The page of a partner asks the network, as it would without this script.
  if (ours && !["iframe", "frame", "embed", "object"].includes(request.destination)) event.respondWith(answer(event));
});

/** Every file of the release, or none. */
async function keep() {
  const kept = await caches.open(CACHE);
  // What the browser holds already under a name that follows its content is not asked for again.
  const cache = (file) => (/-[0-9a-f]{16}/.test(file) ? "default" : "no-cache");
  const requests = Object.entries(FILES).map(([file, integrity]) => new Request(file, { integrity, cache: cache(file) }));
  await kept.addAll(requests);
  await fresh(kept, new Request(SETTINGS, { cache: "no-cache" })).catch(() => {});
}

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer({ request, clientId }) {
  const cache = await caches.open(CACHE);
  const { pathname } = new URL(request.url);
  const path = pathname.slice(new URL(registration.scope).pathname.length);
  if (request.mode === "navigate") return PAGES.has(path) ? page(cache, request, PAGES.get(path)) : fetch(request);
  if ((await clients.get(clientId))?.frameType === "nested") return fetch(request);
  if (path === SETTINGS) return fresh(cache, request);
  const kept = await cache.match(request, { ignoreSearch: true });
  return kept ?? (request.destination === "image" ? fresh(cache, request) : fetch(request));
}

/** What the certifier brings, its settings and its logo, which change without a release: the network's, or what it was
 * last where the network is slow, ill, or shows a page of its host's instead. */
async function fresh(cache, request) {
  const kept = await cache.match(request);
  const late = new Promise((_, fail) => setTimeout(fail, 2000, new Error("late")));
  const got = await (kept ? Promise.race([fetch(request), late]) : fetch(request)).catch((error) => {
    if (!kept) throw error;
  });
  // That there is none is worth knowing without a network too.
  const told = got?.status === 404 || (got?.ok && !got.headers.get("content-type")?.startsWith("text/html"));
  if (told) await cache.put(request, got.clone()).catch(() => {});
  return told ? got : (kept ?? got);
}

let asked = 0;
const AGAIN = `<script>
navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
setTimeout(() => location.reload(), 2000);
</script>`;

/** The page of this release, or of the one that waits when no other tab needs this one any more. */
async function page(cache, request, file) {
  const open = (await clients.matchAll()).length;
  if (registration.waiting && asked < 3 && (open === 0 || (open === 1 && request.isReloadNavigation))) {
    asked += 1;
    registration.waiting.postMessage(TAKE_OVER);
    // Asked for again once this answer is given: only then can the other take over. A refresh would stop at the fragment.
    return new Response(AGAIN, { headers: { "content-type": "text/html" } });
  }
  const kept = await cache.match(file);
  // Some hosts send `en.html` to `en`: browsers show no page that was sent elsewhere.
  return kept?.redirected ? new Response(kept.body, { headers: kept.headers }) : (kept ?? fetch(request));
}
