// Starts the one file: what stands packed in it is unpacked, and the program begins. It stands behind `unpack.js`.

const head = document.head;
const element = id => document.getElementById(id);

// The file as it was opened, before anything in it has changed: what "Save for offline" writes.
const pristine = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.sliderule = { source: async () => pristine };

// Arithmetic coding, whose letters are the input: those of one, two and three bytes of UTF-8 have the weights of `packed.rs`.
const bytes = text => {
  const found = new Uint8Array(text.length * 2);
  let at = 0, low = 0, range = 2 ** 48;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i), unit = Math.floor(range / 16737028);
    const weight = letter > 2047 ? 6 : letter > 127 ? 837 : 118484;
    const from = letter > 127 ? (letter > 2047 ? 16405252 : 14703364) + letter * weight
      : (letter - 1 - (letter > 13) - (letter > 60)) * 118484;
    low += unit * from;
    range = letter === 55295 ? range - unit * from : unit * weight;
    for (; range < 2 ** 40; range *= 256) {
      const top = Math.floor(low / 2 ** 40);
      if (top > 255) for (let before = at; ++found[--before] > 255;);
      found[at++] = top;
      low = (low - top * 2 ** 40) * 256;
    }
  }
  return found;
};

const put = (name, part) => {
  const made = document.createElement(name);
  made.textContent = text(part);
  head.append(made);
};

const [wasm, script, style] = parts(element("program").textContent, bytes);
// Compiled beside what follows.
const compiled = WebAssembly.compile(wasm);
const [story, reference] = parts(element("tale").textContent, bytes);
element("story").textContent = text(story);
element("reference").textContent = text(reference);
put("script", script);
// The first of these takes as long as all charts together: here it falls into the time in which the program is compiled.
new Intl.NumberFormat;
const module_or_path = await compiled;
// Not before: the static page stands well without it and would be laid out once more.
put("style", style);
await program.default({ module_or_path });
