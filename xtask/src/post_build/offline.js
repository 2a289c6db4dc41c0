// Asks the browser to keep the page, and tells the reader when there is a newer one. Where there is no worker or it is refused
// (frames, files, private windows), nothing else changes.
{
  const version = "{version}", words = "{words}";
  const root = document.documentElement;
  const bar = () => document.getElementById("update");
  let taken = false;

  const button = (text, act) => {
    const made = document.createElement("button");
    made.textContent = text;
    made.onclick = act;
    return made;
  };

  const keep = async () => {
    if (self !== top) return;
    const workers = navigator.serviceWorker;
    const site = await workers.register("sw.js");
    const take = () => {
      taken = true;
      site.waiting ? site.waiting.postMessage("take") : location.reload();
    };
    const offer = () => {
      const [ready, now, later] = words[root.lang];
      bar().replaceChildren(ready, button(now, take), button(later, () => bar().replaceChildren()));
    };
    // A worker that is of another version answers.
    const compare = worker => worker?.postMessage(version);
    const follow = worker => worker?.addEventListener("statechange", () => worker.state === "installed" && compare(worker));
    workers.onmessage = offer;
    workers.oncontrollerchange = () => taken ? location.reload() : compare(workers.controller);
    site.onupdatefound = () => follow(site.installing);
    follow(site.installing);
    compare(site.waiting);
    new MutationObserver(() => bar().firstChild && offer()).observe(root, { attributeFilter: ["lang"] });
  };

  // The first visit's own files come first.
  addEventListener("load", () => keep().catch(() => {}));
}
