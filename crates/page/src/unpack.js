// Unpacks what `packed.rs` has packed, by the wasm of the crate `unpack`, which is small enough to be made at once.

// Gives one part after the other, so that the first can be used before the last is unpacked. The lengths of the parts stand in the
// first line; `put` puts what follows it where it is asked to.
function* parts(text, put) {
  const [sizes, rest] = text.split(/\n([^]*)/);
  const { memory, packed, found, letters, unpack } = new WebAssembly.Instance(unpacker).exports;
  // Little at a time: what is called anew runs in the form that the browser has made better meanwhile.
  const all = (work, at, end) => {
    while (at < end) work(at = Math.min(at + 4096, end));
  };
  put(rest, new Uint8Array(memory.buffer, packed()), length => all(letters, 0, length));
  let at = 0;
  for (const size of sizes.split(" ")) {
    const end = at + +size;
    all(unpack, at, end);
    yield new Uint8Array(memory.buffer, found() + at, +size);
    at = end;
  }
}

const text = part => new TextDecoder().decode(part);
