// Starts the one file: what stands packed in it is unpacked, and the program begins. It stands behind `unpack.js`.

const head = document.head;
const element = id => document.getElementById(id);

// The file as it was opened, before anything in it has changed: what "Save for offline" writes. As nodes it shares its texts with the
// page; they are written out only for whoever saves it.
const pristine = document.documentElement.cloneNode(true);
const blocks = {};
globalThis.sliderule = { source: async () => `<!doctype html>\n${pristine.outerHTML}`, blocks };

const unpacker = new WebAssembly.Module(Uint8Array.from(element("unpack").textContent, letter => letter.charCodeAt() - 4));
const from = (text, place, letters) => letters(new TextEncoder().encodeInto(text, place).written);

const put = (name, part) => {
  const made = document.createElement(name);
  made.textContent = text(part);
  head.append(made);
};

// All at once: whatever waited would come behind layout and picture of the static page, which is about to go.
const [wasm, script, style] = parts(element("program").textContent, from);
const tale = parts(element("tale").textContent, from);
blocks.story = tale.next().value;
blocks.reference = tale.next().value;
// Unpacked for whoever asks for it.
let book;
sliderule.workbook = () => book ??= text(tale.next().value);
put("script", script);
put("style", style);
program.initSync({ module: wasm });
