// Keeps one version of the page, whole, so that it opens with no network. The build writes the version and the list of files.
const VERSION = "{version}";
const FILES = "{files}".map(file => new URL(file, location).href);
const PAGE = registration.scope;
// Another page of this kind may stand on the same host, and so may anything else.
const OURS = `sliderule ${PAGE} `;
const KEPT = OURS + VERSION;
// A host that has not answered by then counts as gone.
const PATIENCE_MS = 4000;

// A host that is being filled may have the page of one version and files of another: the page names its version.
const keepAll = async () => {
  const page = await fetch(PAGE, { cache: "no-cache" });
  if (!page.ok || !(await page.clone().text()).includes(VERSION)) throw new Error("the page is of another version");
  const cache = await caches.open(KEPT);
  await cache.addAll(FILES);
  await cache.put(PAGE, page);
};

const tidy = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(OURS) && name !== KEPT).map(name => caches.delete(name)));
  await clients.claim();
};

// Nothing where the browser has thrown it away or allows no storage.
const kept = address => caches.match(address, { cacheName: KEPT }).catch(() => undefined);

// Files have a name of their own in each version.
const file = async request => (await kept(request.url)) ?? fetch(request);

// The page has the same name in all versions: the newest counts, if the host has it.
const page = async request => {
  const network = fetch(request, { cache: "no-cache" });
  const patience = new Promise(done => setTimeout(done, PATIENCE_MS));
  const answer = await Promise.race([network, patience]).catch(() => undefined);
  return answer && answer.status < 500 ? answer : (await kept(PAGE)) ?? network;
};

addEventListener("install", event => event.waitUntil(keepAll()));
addEventListener("activate", event => event.waitUntil(tidy()));

addEventListener("fetch", event => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.mode === "navigate") {
    if (address === PAGE || address === `${PAGE}index.html`) event.respondWith(page(request));
  } else if (FILES.includes(request.url)) event.respondWith(file(request));
});

// A page says which version it is. If it is ours, nobody has to be asked; else its reader is, and answers by taking it.
addEventListener("message", ({ data, source }) => {
  if (data === VERSION || data === "take") skipWaiting();
  else source.postMessage("newer");
});
