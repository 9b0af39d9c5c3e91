// The frame's side of `embed.js`: says how high the content is, hears the page around it, sends what the visitor agrees to.
//
// Loaded when the page is shown in another one, and before the app: a height is told even when the app cannot start.
const NS = "calliope/1";
const root = document.documentElement;

/** The origin of the page around this one, once it has said hello; "null" for one that has none. */
let host = null;

/** Nothing personal: any page may hear it. */
function say(type, rest) {
  parent.postMessage({ ns: NS, type, ...rest }, host && host !== "null" ? host : "*");
}

// The height of the content: one message a frame, none under 2 px. A content that follows the frame would never end: it
// says the same heights again and again, or changes by itself at a width that stays. Each such message costs patience.
const PATIENCE = 40;
const MOST = 30000;
let told = 0, width = 0, recent = [], spent = 0, waiting = false, fit = false;

function measure() {
  waiting = false;
  const px = Math.ceil(document.body.getBoundingClientRect().height);
  // A frame that is not shown has no width, and its content no true height.
  if (!innerWidth || Math.abs(px - told) < 2 || spent > PATIENCE) return;
  if (innerWidth === width || recent.includes(px)) spent += 1;
  width = innerWidth;
  told = px;
  recent = [px, ...recent.slice(0, 3)];
  const stopped = spent > PATIENCE;
  if (stopped) console.warn(`Calliope: the height of the frame follows itself; it stays at ${px} px.`);
  // What the page around cannot show whole scrolls.
  root.toggleAttribute("data-fit", fit && !stopped && px <= MOST);
  say("height", stopped ? { px, stopped } : { px });
}

function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(measure);
}

new ResizeObserver(soon).observe(document.body);
addEventListener("resize", soon);
// Patience comes back with time, until it is spent, and with each act of the visitor.
setInterval(() => {
  if (spent <= PATIENCE) spent = Math.max(0, spent - PATIENCE / 4);
}, 500);
for (const act of ["pointerdown", "keydown", "input"]) {
  const forgive = () => {
    spent = 0;
    soon();
  };
  addEventListener(act, forgive, true);
}

/** What the page around asks of the app, once the app is there: `name=value`. */
const asked = [];

function ask(name, value) {
  asked.push(`${name}=${value}`);
  hand();
}

function hand() {
  if (root.dataset.ready !== "true") return;
  for (const detail of asked.splice(0)) dispatchEvent(new CustomEvent("calliope:asked", { detail }));
}

const MOST_TEXT = 8000;
const is = (pattern) => (value) => typeof value === "string" && value.length <= MOST_TEXT && pattern.test(value);
const wishes = {
  accent: is(/^(#?[0-9a-f]{6})?$/i),
  theme: is(/^(light|dark)?$/),
  view: is(/^[a-z-]{0,40}$/),
  lang: is(/^(fr|en)?$/),
  profile: is(/^/),
};

function wish(message, names) {
  for (const name of names) {
    const value = message[name];
    if (!wishes[name](value)) continue;
    // A profile says answers: how the page is shown has wishes of its own.
    const own = (pair) => !/^(v|lang|embed|accent|theme)=/.test(pair);
    ask(name, name === "profile" ? value.split("&").filter(own).join("&") : value.replace("#", ""));
  }
}

const hears = new Map(Object.entries({
  hello({ partner, fit: follows }) {
    const known = typeof partner === "string" && partner.length <= 80 && host !== "null";
    fit = follows === true;
    // Another partner asks anew.
    if (root.dataset.partner !== (known ? partner : "")) delete root.dataset.agreed;
    root.dataset.partner = known ? partner : "";
    root.dataset.host = known && partner ? new URL(host).host : "";
    dispatchEvent(new Event("calliope:host"));
    root.toggleAttribute("data-fit", fit);
    told = 0;
    soon();
  },
  theme: (message) => wish(message, ["accent", "theme"]),
  profile: (message) => wish(message, ["view", "lang", "profile"]),
}));

addEventListener("message", ({ data, origin, source }) => {
  const hear = data?.ns === NS && source === parent && hears.get(data.type);
  if (!hear) return;
  // The first page to say hello is the one: another origin later is not.
  if (data.type === "hello") host ??= origin;
  if (origin === host) hear(data);
});

// What the visitor has agreed to send, from the app.
addEventListener("calliope:quote", ({ detail }) => {
  if (root.dataset.agreed !== "true" || !root.dataset.host) return;
  parent.postMessage({ ns: NS, type: "quote", quote: { version: 1, partner: root.dataset.partner, ...JSON.parse(detail) } }, host);
});

function ready() {
  if (root.dataset.ready !== "true") return false;
  say("ready", {});
  hand();
  soon();
  return true;
}

if (!ready()) {
  const watch = new MutationObserver(() => ready() && watch.disconnect());
  watch.observe(root, { attributeFilter: ["data-ready"] });
}
