// How the page is shown stands in its address, and in a frame the page around it is told how high it is.
{
  const root = document.documentElement;
  // The one file shows itself in a frame of its own that has no address.
  const asked = new URLSearchParams(location.search || root.dataset.asked);
  // In the one file: its own source, and what it has unpacked.
  const given = globalThis.sliderule;
  globalThis.sliderule = {
    ...given,
    asked: name => asked.get(name) ?? undefined,
    block: id => given?.blocks[id] ?? new TextEncoder().encode(document.getElementById(id)?.textContent),
    isHosted: () => false,
    changed() {},
  };
  // A browser that loads a page again takes the address from before it was left, so the tab remembers what was written last: of
  // the page that fills it, since frames share what a tab remembers.
  if (parent === window) try {
    const tab = "sliderule-left", left = sessionStorage.getItem(tab), page = address => address.split("#")[0];
    sessionStorage.removeItem(tab);
    const again = performance.getEntriesByType("navigation")[0]?.type === "reload";
    if (again && left && page(left) === page(location.href)) history.replaceState(null, "", left);
    document.addEventListener("visibilitychange", () => sessionStorage.setItem(tab, location.href));
  } catch {
    // There is nothing to remember it in.
  }
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (asked.get("background") === "none") root.dataset.background = "none";
  if (asked.has("embed")) root.dataset.embed = "";
  if (asked.has("embed") && parent !== window) {
    let last = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === last) return;
      last = height;
      parent.postMessage({ type: "sliderule", v: 1, height }, "*");
      // The dialects of Medium and Embedly, and of AMP.
      parent.postMessage(JSON.stringify({ context: "iframe.resize", height, src: location.href }), "*");
      parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
    };
    const watch = () => new ResizeObserver(tell).observe(document.body);
    if (document.body) watch();
    else addEventListener("DOMContentLoaded", watch);
    // What comes from around is read like any link.
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.type === "sliderule" && data.v === 1 && typeof data.link === "string") {
        location.replace(`#${data.link.slice(0, 4096)}`);
      }
    });
  }
}
