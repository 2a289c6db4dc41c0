// Starts the site. What stands on the page without the program is painted before anything else is asked for, so that it need not
// share the line with that.

await new Promise(painted => {
  const paints = new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint")[0] && painted());
  paints.observe({ type: "paint", buffered: true });
  // A page that nobody sees paints nothing.
  setTimeout(painted, 999);
});
const module_or_path = fetch(WASM);
const script = import(SCRIPT);
// A browser's first number format takes as long as all charts together: here it falls into the time in which the rest comes, and
// in two parts, since half of that is what both of these need, each in a task of its own.
await new Promise(setTimeout);
new Intl.Collator;
await new Promise(setTimeout);
new Intl.NumberFormat;
await (await script).default({ module_or_path });
