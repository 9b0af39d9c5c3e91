// Calliope, embed.js 1 · <calliope-quote>: a Qualiopi quote in a page of yours.
// This file stays compatible for ever: its attributes, its events and its messages (calliope/1) do not change.
(() => {
  const NS = "calliope/1";
  // Heights beyond these are not of a quote.
  const LEAST = 120, MOST = 30000, FIRST = 640;
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');
  const base = new URL("./", script?.src || location.href);
  if (customElements.get("calliope-quote")) return;

  /** A text of attributes as keys and values; what is not a key of a link is left to the frame, which says so. */
  const pairs = (text) => [...new URLSearchParams(text)].filter(([key]) => !["v", "lang", "embed", "accent", "theme"].includes(key));

  class CalliopeQuote extends HTMLElement {
    static get observedAttributes() {
      return ["view", "lang", "accent", "theme", "profile", "partner", "height"];
    }

    connectedCallback() {
      if (this.frame) return;
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      try {
        // A style sheet of the element's own: it needs no permission of the page's content policy.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(":host{display:block;box-sizing:border-box;width:100%}:host([hidden]){display:none}");
        shadow.adoptedStyleSheets = [sheet];
      } catch {}
      const frame = (this.frame = document.createElement("iframe"));
      frame.loading = "lazy";
      frame.allow = "clipboard-write; web-share";
      frame.referrerPolicy = "no-referrer";
      const { style } = frame;
      style.display = "block";
      style.width = "100%";
      style.border = "0";
      style.colorScheme = "normal";
      style.height = (this.fixed || FIRST) + "px";
      frame.onload = () => (this.loaded = true);
      this.begin();
      shadow.replaceChildren(frame);
      addEventListener("message", this);
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.frame?.remove();
      this.frame = this.ready = this.loaded = null;
    }

    attributeChangedCallback(name, old, value) {
      if (!this.frame || old === value) return;
      if (name === "height") {
        this.frame.style.height = (this.fixed || this.px || FIRST) + "px";
        this.hello();
      } else if (!this.ready) {
        // Several at once make one address.
        clearTimeout(this.later);
        this.later = setTimeout(() => this.begin());
      } else if (name === "partner") this.hello();
      else if (name === "accent" || name === "theme") this.say("theme", this.look);
      else {
        this.describe();
        this.say("profile", { [name]: this.word(name) });
      }
    }

    /** Goes to the address that the attributes make, without an entry in the history of the page. */
    begin() {
      if (!this.frame) return;
      this.describe();
      if (this.ready) {
        this.say("theme", this.look);
        this.say("profile", { view: this.word("view"), lang: this.word("lang"), profile: this.word("profile") });
      } else if (this.loaded) this.frame.contentWindow.location.replace(this.address);
      else this.frame.src = this.address;
    }

    /** An attribute as its reader wants it: a whole link gives its answers, `en-GB` is English. */
    word(name) {
      const text = (this.getAttribute(name) || "").trim();
      if (name === "profile") return text.replace(/^.*[?#]/, "");
      if (name === "partner") return text.slice(0, 80);
      const word = text.toLowerCase();
      return name === "lang" ? word.slice(0, 2).replace(/^(?!fr|en).*/, "") : word;
    }

    /** A height that stays; 0 for that of the content. */
    get fixed() {
      const px = parseInt(/^\d+(px)?$/.exec(this.word("height")), 10);
      return px > 0 ? Math.min(Math.max(px, LEAST), MOST) : 0;
    }

    get look() {
      const accent = this.word("accent");
      const known = /^#?[0-9a-f]{6}$/i.test(accent);
      if (accent && !known) console.warn(`<calliope-quote accent="${accent}">: a colour such as #1f6f54 is expected`);
      const theme = this.word("theme");
      return { accent: known ? accent.replace("#", "") : "", theme: /^(light|dark)$/.test(theme) ? theme : "" };
    }

    get address() {
      const own = Object.entries({ lang: this.word("lang"), embed: 1, ...this.look });
      const keys = own.filter(([, value]) => value);
      const all = [...pairs(this.word("profile")), ...keys];
      const query = all.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
      return `${base}#/${encodeURIComponent(this.word("view") || "devis")}?v=1&${query}`;
    }

    /** What a screen reader says of the frame. */
    describe() {
      const lang = this.word("lang") || navigator.language;
      this.frame.title = lang.slice(0, 2) === "en" ? "Qualiopi audit: quote and indicators" : "Audit Qualiopi : devis et indicateurs";
    }

    hello() {
      this.say("hello", { partner: this.word("partner"), fit: !this.fixed });
    }

    say(type, rest) {
      this.frame?.contentWindow?.postMessage({ ns: NS, type, ...rest }, base.origin);
    }

    handleEvent({ data, origin, source }) {
      if (!this.frame || source !== this.frame.contentWindow || origin !== base.origin || data?.ns !== NS) return;
      const { type, px } = data;
      if (type === "ready") {
        this.ready = true;
        this.hello();
        this.dispatchEvent(new CustomEvent("calliope:ready", { bubbles: true, composed: true }));
      } else if (type === "height" && Number.isFinite(px)) {
        this.px = Math.min(Math.max(Math.ceil(px), LEAST), MOST);
        if (!this.fixed) this.frame.style.height = this.px + "px";
      } else if (type === "quote" && data.quote && typeof data.quote === "object") {
        this.dispatchEvent(new CustomEvent("calliope:quote", { bubbles: true, composed: true, detail: data.quote }));
      }
    }
  }

  customElements.define("calliope-quote", CalliopeQuote);
})();
