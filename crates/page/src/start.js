// Starts the one file: what stands packed in it is unpacked, and the program begins. It stands behind `unpack.js`.

const head = document.head;
const element = id => document.getElementById(id);

// The file as it was opened, before anything in it has changed: what "Save for offline" writes.
const pristine = `<!doctype html>\n${document.documentElement.outerHTML}`;
const blocks = {};
globalThis.sliderule = { source: async () => pristine, blocks };

const unpacker = new WebAssembly.Module(Uint8Array.from(element("unpack").textContent, letter => letter.charCodeAt() - 4));
const from = (text, place, letters) => letters(new TextEncoder().encodeInto(text, place).written);

const put = (name, part) => {
  const made = document.createElement(name);
  made.textContent = text(part);
  head.append(made);
};

const program_parts = parts(element("program").textContent, from);
// Compiled beside what follows.
const compiled = WebAssembly.compile(program_parts.next().value);
const [script, style] = program_parts;
const tale = parts(element("tale").textContent, from);
blocks.story = tale.next().value;
blocks.reference = tale.next().value;
// Unpacked for whoever asks for it.
let book;
sliderule.workbook = () => book ??= text(tale.next().value);
put("script", script);
// The first of these takes as long as all charts together: here it falls into the time in which the program is compiled.
new Intl.NumberFormat;
// Then the first text of a drawing, for which the browser looks for its letters, in each weight.
const pen = document.createElement("canvas").getContext("2d");
for (const weight of ["", "bold "]) {
  pen.font = weight + "12px system-ui";
  pen.measureText("0");
}
const module_or_path = await compiled;
// Not before: the static page stands well without it and would be laid out once more.
put("style", style);
await program.default({ module_or_path });
