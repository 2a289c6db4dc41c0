// Starts the one file: what stands packed in it is unpacked, and the program begins. It stands behind `unpack.js`.

const head = document.head;
const element = id => document.getElementById(id);

// The file as it was opened, before anything in it has changed: what "Save for offline" writes.
const pristine = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.sliderule = { source: async () => pristine };

// Seven bits a letter. The three letters that a page cannot hold stand in letters above, each together with the next one.
const bytes = text => {
  const found = new Uint8Array(text.length * 2);
  let at = 0, held = 0, bits = 0;
  const take = seven => {
    held = (held << 7 | seven) & 0x7fff;
    bits += 7;
    if (bits > 7) found[at++] = held >> (bits -= 8);
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter < 128) take(letter);
    else {
      take([0, 13, 60][letter - 128 >> 7]);
      take(letter & 127);
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
put("style", style);
const [story, reference] = parts(element("tale").textContent, bytes);
element("story").textContent = text(story);
element("reference").textContent = text(reference);
put("script", script);
await program.default({ module_or_path: await compiled });
