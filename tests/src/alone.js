{
  const complaints = [], root = document.documentElement;
  addEventListener("error", event => complaints.push(`error: ${event.message}`), true);
  addEventListener("unhandledrejection", event => complaints.push(`rejected: ${event.reason}`));
  addEventListener("securitypolicyviolation", event => complaints.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
  const pause = ms => new Promise(done => setTimeout(done, ms));
  // Another one than before, within half a minute: a busy machine paints seldom.
  const verdict = async before => {
    const now = () => (document.getElementById("verdict")?.innerText ?? "").split(/\s+/).filter(word => word).join(" ");
    for (let turns = 0; turns < 600 && now() === before; turns++) await pause(50);
    return now();
  };
  const slide = value => {
    const lever = document.getElementById("lever-power");
    lever.value = value;
    lever.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const storm = () => {
    let refused = 0;
    for (let at = 0; at < 1500; at++) {
      try { history.replaceState(null, "", location.href) } catch { refused++ }
    }
    return refused;
  };
  const look = async () => {
    for (let turns = 0; turns < 600 && !root.dataset.state; turns++) await pause(50);
    const first = await verdict("");
    slide(3);
    const moved = await verdict(first);
    const refused = storm();
    slide(4);
    const stormed = await verdict(moved);
    // Engines count for ten seconds, and one of them refuses to go elsewhere, too.
    await pause(11000);
    slide(5);
    await pause(900);
    const asked = performance.getEntriesByType("resource").map(entry => entry.name);
    return { first, moved, stormed, refused, link: location.hash, asked };
  };
  const none = { first: "", moved: "", stormed: "", refused: 0, link: "", asked: [] };
  look().catch(error => { complaints.push(String(error)); return none }).then(found => {
    const report = { state: root.dataset.state ?? "nothing", ...found, complaints };
    location.href = "{address}" + encodeURIComponent(JSON.stringify(report));
  });
}
