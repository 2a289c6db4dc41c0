// What leaves the page as a file and comes back as one. The program calls these; a file that was read is told as an event.
{
  const SVG = "http://www.w3.org/2000/svg";
  const ONE_FILE = "sliderule.html";
  // More than any scenario needs.
  const LONGEST = 1e6;
  const ours = sliderule;
  // The one file is its own source and has said so by now. Elsewhere it lies beside the site and is asked for when it is wanted.
  ours.source ??= async () => {
    const answer = await fetch(ONE_FILE);
    if (!answer.ok) throw answer;
    return answer.text();
  };

  // A colour as SVG programs read it: the browser's way to write an opacity is not known to all of them.
  const coloured = (kind, colour) => {
    const opacity = parseInt(colour.slice(7), 16) / 255;
    return { [kind]: colour.slice(0, 7), ...(opacity < 1 && { [kind + "-opacity"]: opacity.toFixed(2) }) };
  };

  const element = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (text) made.textContent = text;
    return made;
  };

  // A link from what `sliderule run --format json` writes; the page's own files hold their link.
  const linkOf = ({ link, scenario, figures, overrides }) => {
    if (typeof link == "string") return link;
    const entries = Object.entries(scenario);
    const held = value => typeof value == "object" ? Object.entries(value).map(point => point.join(":")).join() : value;
    for (const id in figures) entries.push(["figure." + id, figures[id]]);
    for (const { figure, value, reason } of overrides ?? []) {
      entries.push(["figure." + figure, value]);
      if (reason) entries.push(["why." + figure, reason]);
    }
    return "v=1" + entries.map(([name, value]) => `&${encodeURIComponent(name)}=${encodeURIComponent(held(value))}`).join("");
  };

  const tell = (kind, what, file) =>
    document.dispatchEvent(new CustomEvent("file", { detail: [kind, what.replace(/\s+/g, " "), file.name].join("\n") }));

  const read = async file => {
    if (!file) return;
    if (file.size > LONGEST) return tell("long", "", file);
    let content;
    try {
      content = JSON.parse(await file.text());
    } catch (error) {
      return tell("json", error.message, file);
    }
    let link;
    try {
      link = linkOf(content);
    } catch {
      return tell("shape", "", file);
    }
    tell("link", link, file);
  };

  document.addEventListener("change", ({ target }) => {
    if (target.type == "file") {
      read(target.files[0]);
      // The same file can be chosen again.
      target.value = "";
    }
  });
  for (const event of ["dragover", "drop"]) {
    document.addEventListener(event, dropped => {
      const { types, files } = dropped.dataTransfer;
      if (!types.includes("Files")) return;
      dropped.preventDefault();
      if (event == "drop") read(files[0]);
    });
  }

  // The one file so that it begins with another state; nothing where it has no place for one.
  const begun = (source, state) => {
    const [head, rest] = source.split(/(?<=<script[^>]* id="?state"?[^>]*>)[^<]*/);
    return rest && head + JSON.stringify(state) + rest;
  };

  const here = () => new URL(".", location).href;

  // What stands in a post: as an author chooses in a form, of a scene with link and pictures. `at` is where the page's files are.
  const snippet = (form, scene, at) => {
    const data = new FormData(form), link = scene.id, ways = data.getAll("lever");
    const levers = [...form.querySelectorAll("[data-lever]")].map(label => label.dataset.lever);
    const shown = levers.filter((_, nth) => ways[nth]), locked = levers.filter((_, nth) => ways[nth] == "!");
    const look = data.getAll("part").filter(part => part).map(part => part.replace(/=$/, "=" + document.documentElement.lang));
    const put = text => new Option(text).innerHTML.replaceAll('"', "&quot;");
    const page = asked => put(at + ONE_FILE + asked + (link && "#" + link));
    if (data.get("kind") != "elements") {
      const without = ["verdict", "strip"].filter(part => !data.has(part)).map(part => part + "=no");
      const asked = ["?embed", "views=" + data.getAll("view"), "levers=" + shown, "locked=" + locked, ...without, ...look];
      const frame = `<iframe src="${page(asked.join("&"))}" title="${put(document.title)}" width="100%" height="${
        put(data.get("embed_height"))
      }" frameborder="0" loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" referrerpolicy="no-referrer"></iframe>`;
      return data.get("kind") == "frame" ? frame : `${frame}\n<script>${LISTENER}</script>`;
    }
    let text = `<script async src="${put(at)}sliderule.js"></script>`, first = link && ` link="${put(link)}"`;
    // Elements of another state are another group.
    const all = (link && ` group="${put(link)}"`) + look.map(part => " " + part).join("");
    const add = (kind, rest, inner) => {
      text += `\n<slide-${kind + rest + first + all}><p>${inner}</p></slide-${kind}>`;
      first = "";
    };
    const find = id => document.getElementById(id);
    if (data.has("verdict")) add("verdict", "", put(find("verdict").textContent.trim()));
    for (const id of shown) {
      const says = put(`${find("label-" + id).textContent}: ${find("lever-" + id).ariaValueText}`);
      add("lever", ` name="${id}"` + (locked.includes(id) ? " locked" : ""), says);
    }
    form.querySelectorAll("[name=view]").forEach(({ checked, value }, nth) => {
      if (!checked) return;
      const svg = scene.children[nth], [title, says] = svg.children;
      const picture = new XMLSerializer().serializeToString(svg).replace(/[%#&<>"]/g, encodeURIComponent);
      const image = `<img src="data:image/svg+xml,${picture}" alt="${put(title.textContent)}" width="100%">`;
      add("chart", ` view="${value}"`, `<a href="${page("")}">${image}</a><br>${put(says.textContent)}`);
    });
    return text;
  };

  // The same as it will be seen. The one file is all that it needs, but for elements, whose script is another file.
  const preview = async (form, scene, frame, blind) => {
    const text = snippet(form, scene, here()), alone = ours.block("tale").length > 0;
    const asked = /^<iframe[^?]+.([^#"]+)/.exec(text);
    blind.hidden = asked || !alone;
    frame.hidden = !blind.hidden;
    if (!frame.hidden) frame.srcdoc = alone
      ? begun(await ours.source(), scene.id).replace("<html", `<html data-asked="${asked[1]}"`)
      : `<!doctype html><meta name="color-scheme" content="light dark">${text}`;
  };
  let soon;

  Object.assign(ours, {
    save(name, type, content) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([content], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },

    // A scenario as people read it, too, without parts that hold nothing.
    saveJson(name, scenario) {
      for (const part of ["figures", "overrides"]) if (!Object.keys(scenario[part]).length) delete scenario[part];
      ours.save(name, "application/json", JSON.stringify(scenario, null, 2) + "\n");
    },

    // The exact numbers of a table with one line a year, each with where the draws lie, if they differ. What was kept has its
    // reader's own name and may hold anything.
    saveTable(name, table) {
      const [head, ...rows] = table.rows;
      const columns = [["year", ...rows.map(row => row.cells[0].firstChild.data)]];
      for (let at = 1; at < head.cells.length; at++) {
        const cells = rows.map(row => row.cells[at]);
        const title = cells[0].querySelector("data")?.dataset.quantity ?? head.cells[at].textContent;
        const bands = cells.map(cell => cell.querySelector("small")?.dataset.bands.split(" "));
        const add = (title, values) => columns.push([`"${title.replace(/"/g, '""')}"`, ...values]);
        add(title, cells.map(cell => cell.firstChild.dataset.value ?? cell.querySelector("data")?.dataset.value));
        if (bands.some(band => band)) {
          [10, 25, 50, 75, 90].forEach((end, nth) => add(`${title}.p${end}`, bands.map(band => band?.[nth])));
        }
      }
      const line = at => columns.map(column => column[at]).join();
      ours.save(name, "text/csv", columns[0].map((_, at) => line(at) + "\n").join(""));
    },

    // As it is read: numbers in the reader's language, without what stands under them.
    tabbed: table => [...table.rows].map(row => [...row.cells].map(cell => cell.firstChild.textContent).join("\t")).join("\n"),

    // True when the one file has been handed to the reader, with a state to begin with.
    async keep(state) {
      try {
        const file = begun(await ours.source(), state);
        if (file) ours.save(ONE_FILE, "text/html", file);
        return !!file;
      } catch {
        return false;
      }
    },

    // What the program draws on as on a canvas, and it becomes an SVG element.
    sketch(width, height, title, says) {
      const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
      let path = "", dash = "";
      const put = (name, kind, colour, attributes, text) =>
        svg.append(element(name, { ...coloured(kind, colour), ...attributes }, text));
      svg.append(element("title", {}, title), element("desc", {}, says));
      return {
        svg,
        width,
        height,
        beginPath() {
          path = "";
        },
        lineTo(x, y) {
          path += `${path ? "L" : "M"}${x} ${y}`;
        },
        arc(x, y, r) {
          path = `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
        },
        setLineDash(lengths) {
          dash = lengths.join(" ");
        },
        stroke() {
          put("path", "stroke", this.strokeStyle, {
            d: path,
            fill: "none",
            "stroke-width": this.lineWidth,
            "stroke-linecap": this.lineCap,
            "stroke-linejoin": "round",
            ...(dash && { "stroke-dasharray": dash }),
          });
        },
        fill() {
          put("path", "fill", this.fillStyle, { d: path });
        },
        fillRect(x, y, width, height) {
          put("rect", "fill", this.fillStyle, { x, y, width, height });
        },
        fillText(text, x, y) {
          const [, bold, size, family] = /^(bold )?(.+?)px (.+)/.exec(this.font);
          put("text", "fill", this.fillStyle, {
            x,
            y: +y.toFixed(2),
            "font-family": family,
            "font-size": size,
            ...(bold && { "font-weight": "bold" }),
          }, text);
        },
      };
    },

    // A PNG has twice the size, so that it is sharp on good screens and in print.
    savePicture(name, { svg, width, height }) {
      const type = "image/svg+xml", text = new XMLSerializer().serializeToString(svg);
      if (name.endsWith("svg")) return ours.save(name, type, text);
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = width * 2;
        canvas.height = height * 2;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(picture => ours.save(name, "image/png", picture));
        URL.revokeObjectURL(image.src);
      };
      image.src = URL.createObjectURL(new Blob([text], { type }));
    },

    // How to cite the page, in three forms behind each other.
    citations(id, title, version, address) {
      const day = new Date().toISOString().slice(0, 10);
      const csl = {
        id,
        type: "webpage",
        title,
        "container-title": "Sliderule",
        version,
        URL: address,
        accessed: { "date-parts": [day.split("-").map(Number)] },
      };
      return [
        `Sliderule: ${title} ${version}. ${address} (${day})`,
        `@misc{${id},\n  title = {${title}},\n  howpublished = {\\url{${address}}},\n  note = {Sliderule, ${version}},\n  urldate = {${day}}\n}`,
        JSON.stringify([csl], null, 2),
      ].join("\n\n");
    },

    embed({ children: [form, label, , frame, blind] }, scene) {
      const { embed_at } = form.elements;
      // Beside the page, where whoever built it said, or beside the post.
      embed_at.value ||= /^http/.test(location) ? here() : document.querySelector("[rel=canonical]")?.href ?? "./";
      const write = () => {
        label.lastChild.value = snippet(form, scene, embed_at.value.replace(/\/*$/, "/"));
        // It loads a page, so it waits for the last of several changes.
        clearTimeout(soon);
        soon = setTimeout(preview, 400, form, scene, frame, blind);
      };
      form.oninput = write;
      form.onsubmit = event => event.preventDefault();
      write();
    },
  });
}
