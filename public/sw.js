// Keeps one release of the site whole on this device: every view works without a network after the first visit.
//
// The list is made by the build from the real files, each with the hash of its content: what does not match is not kept,
// so that two releases never mix. A new release waits until the tabs of the earlier one are closed or reloaded.
const FILES = { "precache": "" };
const KEPT = `calliope ${registration.scope}`;
const CACHE = `${KEPT} release`;
const SETTINGS = "site.json";
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
  // What the certifier brings changes without a release: what it was last, for when there is no network.
  await remember(await fetch(SETTINGS, { cache: "no-cache" }).catch(() => Response.error()));
}

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT) && name !== CACHE).map((name) => caches.delete(name)));
}

async function remember(settings) {
  if (settings.ok) await (await caches.open(CACHE)).put(SETTINGS, settings.clone());
  return settings;
}

async function answer({ request, clientId }) {
  const cache = await caches.open(CACHE);
  const { pathname } = new URL(request.url);
  const path = pathname.slice(new URL(registration.scope).pathname.length);
  if (request.mode === "navigate") return ["", "index.html"].includes(path) ? page(cache, request) : fetch(request);
  if ((await clients.get(clientId))?.frameType === "nested") return fetch(request);
  if (path === SETTINGS) return settings(cache, request);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

/** What the certifier brings: the network's, or what it was last where that does not come within three seconds. */
async function settings(cache, request) {
  const late = new Promise((_, fail) => setTimeout(fail, 3000));
  try {
    return await remember(await Promise.race([fetch(request), late]));
  } catch {
    return (await cache.match(SETTINGS)) ?? fetch(request);
  }
}

/** The page of this release, or of the one that waits when no other tab needs this one any more. */
async function page(cache, request) {
  if (registration.waiting && (await clients.matchAll()).length < 2) {
    registration.waiting.postMessage(TAKE_OVER);
    // Asked for again once this answer is given: only then can the other take over. A refresh would stop at the fragment.
    return new Response("<script>location.reload()</script>", { headers: { "content-type": "text/html" } });
  }
  return (await cache.match("./")) ?? fetch(request);
}
