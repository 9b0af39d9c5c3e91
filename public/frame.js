// The frame's side of `embed.js`: says how high the content is, hears the page around it, sends what the visitor agrees to.
//
// Loaded when the page is shown in another one, and before the app: a height is told even when the app cannot start.
const NS = "calliope/1";
const root = document.documentElement;

/** The page around this one, once it has said hello. "null" for one without an origin: nothing of the visitor goes there. */
let host = null;

/** Nothing personal: any page may hear it. */
function say(type, rest) {
  parent.postMessage({ ns: NS, type, ...rest }, host && host !== "null" ? host : "*");
}

// The height of the content: one message a frame, none under 2 px, none any more once it chases itself.
const PATIENCE = 40;
let told = 0, waiting = false, spent = 0;

function measure() {
  waiting = false;
  const px = Math.ceil(document.body.getBoundingClientRect().height);
  // A frame that is not shown has no width, and its content no true height.
  if (!innerWidth || Math.abs(px - told) < 2 || spent > PATIENCE) return;
  told = px;
  spent += 1;
  if (spent > PATIENCE) console.warn(`Calliope: the height of the frame follows itself; it stays at ${px} px.`);
  say("height", { px, stopped: spent > PATIENCE });
}

function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(measure);
}

new ResizeObserver(soon).observe(document.body);
addEventListener("resize", soon);
// Patience comes back with time and with each act of the visitor: only a loop spends it all.
setInterval(() => (spent = Math.max(0, spent > PATIENCE ? spent : spent - PATIENCE / 4)), 500);
for (const act of ["pointerdown", "keydown", "input"]) {
  addEventListener(act, () => {
    spent = 0;
    soon();
  }, true);
}

/** Goes to the same page with other keys; the app reads its address again. */
function go(view, pairs) {
  const query = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const fragment = `#/${view}?${query}`;
  if (fragment.length <= 8192 && fragment !== location.hash) location.replace(fragment);
}

const SHOWN = ["lang", "embed", "accent", "theme"];
const text = (value, most) => (typeof value === "string" && value.length <= most ? value : undefined);
const pairs = (query) => [...new URLSearchParams(query)];

function here() {
  const [route, query = ""] = location.hash.split("?");
  return { view: route.replace(/^#\/?/, ""), keys: pairs(query) };
}

const hears = {
  hello({ partner, fit }) {
    root.toggleAttribute("data-fit", fit === true);
    root.dataset.host = host === "null" || !text(partner, 80) ? "" : new URL(host).host;
    root.dataset.partner = text(partner, 80) ?? "";
    dispatchEvent(new Event("calliope:host"));
    told = 0;
    soon();
  },

  theme({ accent, theme }) {
    const { view, keys } = here();
    const own = Object.entries({ accent: text(accent, 7)?.replace("#", ""), theme: text(theme, 5) });
    go(view, [...keys.filter(([key]) => key !== "accent" && key !== "theme"), ...own.filter(([, value]) => value)]);
  },

  profile({ view, lang, profile }) {
    const now = here();
    let { keys } = now;
    if (text(profile, 8192) !== undefined) {
      const given = pairs(profile.trim().replace(/^[#?&]+/, "")).filter(([key]) => key !== "v" && !SHOWN.includes(key));
      keys = [["v", "1"], ...given, ...keys.filter(([key]) => SHOWN.includes(key))];
    }
    if (text(lang, 2) !== undefined) {
      keys = keys.filter(([key]) => key !== "lang");
      if (lang) keys.push(["lang", lang]);
    }
    go(encodeURIComponent(text(view, 40) ?? now.view), keys);
  },
};

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || data?.ns !== NS || !Object.hasOwn(hears, data.type)) return;
  // The first page to say hello is the one: another origin later is not.
  if (data.type === "hello") host ??= origin;
  if (origin === host) hears[data.type](data);
});

// What the visitor has agreed to send, from the app.
addEventListener("calliope:quote", ({ detail }) => {
  if (root.dataset.agreed !== "true" || !root.dataset.host) return;
  parent.postMessage({ ns: NS, type: "quote", quote: { version: 1, partner: root.dataset.partner, ...JSON.parse(detail) } }, host);
});

function ready() {
  if (root.dataset.ready !== "true") return false;
  say("ready", {});
  soon();
  return true;
}

if (!ready()) {
  const watch = new MutationObserver(() => ready() && watch.disconnect());
  watch.observe(root, { attributeFilter: ["data-ready"] });
}
