// Writes the workbook out that `workbook.rs` has made short, and hands it to whoever follows the way to the one beside a site.
{
  const FILE = "sliderule.xlsx";
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  // A formula one column further right.
  const further = formula =>
    formula.replace(/(?<![$\w])[A-Z](?=\$?\d)/g, column => String.fromCharCode(column.charCodeAt() + 1));

  // The names of a column's cells.
  const named = (prefix, names) =>
    names.map((name, row) => name && `<definedName name="${name}">${prefix}${row + 1}</definedName>`);

  // The rows of a sheet, out of its columns: the heights of all rows, then the letters and looks of a column and its cells.
  const sheet = ([, heights, ...columns]) => {
    const rows = heights.map((height, row) => `<row r="${row + 1}"${height && ` ht="${height}" customHeight="1"`}>`);
    const left = [];
    for (let at = 0; at < columns.length; at += 2) {
      const [letters, looks] = columns[at].split(":");
      columns[at + 1].forEach((text, row) => {
        const look = looks.charCodeAt(row) - 64;
        if (look < 0) return;
        left[row] = text = text == "=" ? further(left[row]) : text;
        const cell = `<c r="${letters}${row + 1}" s="${look}"`, rest = text.slice(1);
        rows[row] += text[0] == "="
          ? `${cell}><f>${rest}</f></c>`
          : text[0] == '"'
          ? `${cell} t="inlineStr"><is><t xml:space="preserve">${rest}</t></is></c>`
          : text
          ? `${cell}><v>${text}</v></c>`
          : cell + "/>";
      });
    }
    return rows.map(row => row + "</row>");
  };

  // The path of a part, and its text: what stands before and after what is written out.
  const written = part => {
    const [path, head, tail = "", ...columns] = part.split("\v");
    const pairs = columns.map((column, at) => at % 2 ? column.split("\n") : column);
    const names = () => pairs.flatMap((prefix, at) => at % 2 ? [] : named(prefix, pairs[at + 1])).sort();
    const inside = path == "xl/workbook.xml" ? names() : tail && sheet(pairs);
    return [path, head, ...inside, tail];
  };

  const check = bytes => {
    let rest = -1;
    for (const byte of bytes) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit++) rest = rest >>> 1 ^ (rest & 1 && 0xedb88320);
    }
    return ~rest;
  };

  // A zip archive in which nothing is compressed.
  const archive = parts => {
    const encoder = new TextEncoder(), wide = number => [number & 65535, number >>> 16];
    const files = [], list = [];
    let at = 0, listed = 0;
    for (const [path, ...text] of parts) {
      const name = encoder.encode(path), bytes = encoder.encode(text.join("")), size = wide(bytes.length);
      // Version, in UTF-8, as it is, the first day that there is.
      const about = [20, 2048, 0, 0, 33, ...wide(check(bytes)), ...size, ...size, name.length, 0];
      files.push(Uint16Array.of(...wide(0x04034b50), ...about), name, bytes);
      list.push(Uint16Array.of(...wide(0x02014b50), 20, ...about, 0, 0, 0, 0, 0, ...wide(at)), name);
      at += 30 + name.length + bytes.length;
      listed += 46 + name.length;
    }
    const count = list.length / 2;
    return new Blob([...files, ...list, Uint16Array.of(...wide(0x06054b50), 0, 0, count, count, ...wide(listed), ...wide(at), 0)]);
  };

  document.addEventListener("click", event => {
    if (event.target.getAttribute("href") != FILE) return;
    event.preventDefault();
    sliderule.save(FILE, TYPE, archive(sliderule.workbook().split("\f").map(written)));
  });
}
