// Elements for somebody else's page. It stands behind `unpack.js` and the program's own script, in a function with `VERSION`,
// `PROGRAM`, `TALE`, `UNPACK`. The one name that it leaves is `Sliderule`.

const served = globalThis.Sliderule;
if (served) {
  console.warn(`Sliderule ${served.version} serves this page already; ${VERSION} does nothing.`);
  return;
}

const elements = new Set();
const blocks = {};
let unpacker, sheet, running = false, begun;

// What the program asks of the page that it is in.
const sliderule = {
  asked() {},
  block: id => blocks[id] ?? new Uint8Array,
  isHosted: () => true,
  changed(group) {
    const detail = { group, get link() { return program.link(group); } };
    for (const element of elements) {
      if (element.group === group) element.dispatchEvent(new CustomEvent("slide-change", { bubbles: true, composed: true, detail }));
    }
  },
};

const from = (text, place) => {
  const letters = atob(text);
  for (let i = 0; i < letters.length; i++) place[i] = letters.charCodeAt(i);
};

const start = async () => {
  unpacker = new WebAssembly.Module(Uint8Array.from(atob(UNPACK), letter => letter.charCodeAt()));
  const all = parts(PROGRAM, from);
  const compiled = WebAssembly.compile(all.next().value);
  const styles = [...all];
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.map(text).join(""));
  [blocks.story, blocks.reference] = parts(TALE, from);
  await program.default({ module_or_path: await compiled });
  running = true;
};

// After the first frame of the page around, which comes first.
const begin = () => begun ??= new Promise((done, failed) => {
  requestAnimationFrame(() => setTimeout(() => start().then(done, failed)));
});

const dark = matchMedia("(prefers-color-scheme: dark)");

class Slide extends HTMLElement {
  get group() {
    return this.getAttribute("group") ?? "";
  }

  // The name in the story that the element is about.
  get of() {
    return this.getAttribute(this.constructor.names) ?? "";
  }

  connectedCallback() {
    elements.add(this);
    // Where it cannot start, what stands in the element stays.
    begin().then(() => this.show(), error => this.complain(error));
  }

  disconnectedCallback() {
    elements.delete(this);
    this.hide();
  }

  attributeChangedCallback(name, before, now) {
    if (this.piece === undefined || before === now) return;
    if (name === "value" || name === "link") this.take();
    else {
      this.hide();
      this.show();
    }
  }

  show() {
    if (!this.isConnected || this.piece !== undefined) return;
    const { kind } = this.constructor;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.place = document.createElement(kind === "number" || kind === "value" ? "span" : "div");
    this.place.className = "slide";
    root.replaceChildren(this.place);
    this.dress();
    const languages = [this.closest("[lang]")?.lang, ...navigator.languages].filter(Boolean).join();
    const year = Number.parseInt(this.getAttribute("year"));
    const wanted = this.hasAttribute("locked") ? `locked ${kind}` : kind;
    this.piece = program.show(this.group, wanted, this.of, Number.isNaN(year) ? undefined : year, this.place, languages);
    if (this.piece === undefined) {
      root.replaceChildren(document.createElement("slot"));
      this.complain("the story has nothing of that name and year");
    } else this.take();
  }

  hide() {
    if (this.piece !== undefined) program.hide(this.piece);
    this.piece = undefined;
  }

  // What the attributes give to start with.
  take() {
    const link = this.getAttribute("link"), value = this.getAttribute("value");
    if (link !== null) program.open(this.group, link);
    if (value !== null && !program.set(this.group, this.of, value.trim() === "" ? NaN : +value)) {
      this.complain("there is no such value");
    }
  }

  // The page's own font, and dark where it says that it can be.
  dress() {
    if (!this.place) return;
    const { colorScheme, fontFamily } = getComputedStyle(this);
    const can = name => colorScheme.includes(name);
    const theme = this.getAttribute("theme") ?? (can("dark") && (dark.matches || !can("light")) ? "dark" : "light");
    this.place.dataset.theme = theme;
    for (const name of ["--sans", "--serif"]) this.place.style.setProperty(name, fontFamily);
  }

  complain(what) {
    console.error(`${this.cloneNode().outerHTML}: ${what}`);
  }
}

dark.addEventListener("change", () => elements.forEach(element => element.dress()));

const kinds = { lever: "name", number: "lever", value: "of", chart: "view", verdict: "of" };
for (const [kind, names] of Object.entries(kinds)) {
  customElements.define(`slide-${kind}`, class extends Slide {
    static kind = kind;
    static names = names;
    static observedAttributes = [names, "year", "group", "locked", "value", "link"];
  });
}

const serving = () => {
  if (!running) throw new Error("Sliderule has not started: await Sliderule.ready");
  return program;
};

globalThis.Sliderule = Object.freeze({
  version: VERSION,
  get ready() {
    return begin();
  },
  group: (name = "") => Object.freeze({
    get: (of, year) => serving().get(name, of, year),
    set: (of, value) => serving().set(name, of, value),
    solve: (of, year, target, input) => {
      const values = serving().solve(name, of, year, target, input);
      return values && [...values];
    },
    compare: (one, other, of, year) => {
      const parts = serving().compare(name, one, other, of, year);
      return parts && Object.fromEntries([...new URLSearchParams(parts)].map(([of, share]) => [of, +share]));
    },
    get link() {
      return serving().link(name);
    },
    set link(text) {
      serving().open(name, text);
    },
  }),
});
