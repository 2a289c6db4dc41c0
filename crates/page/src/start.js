// Starts the one file: what stands packed in it is unpacked, and the program begins. It stands behind `unpack.js`.

const head = document.head;
const element = id => document.getElementById(id);

// The file as it was opened, before anything in it has changed: what "Save for offline" writes.
const pristine = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.sliderule = { source: async () => pristine };

// A letter is seven bits or eight, by its place among those that a page can hold; one that UTF-8 writes in two bytes is fourteen.
const bytes = text => {
  const found = new Uint8Array(text.length * 2);
  let at = 0, held = 0, bits = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i), place = letter - 1 - (letter > 13) - (letter > 60);
    const width = letter > 127 ? 14 : place < 101 ? 7 : 8;
    held = held << width | (width > 8 ? letter + 14336 : width > 7 ? place + 101 : place);
    for (bits += width; bits > 7;) found[at++] = held >> (bits -= 8);
    held &= 127;
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
