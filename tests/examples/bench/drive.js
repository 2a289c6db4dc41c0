// `id`, `count` and `done` stand above. Moves the slider up and down as a hand does, one event a frame.
const slider = document.getElementById(id);
const min = Number(slider.min), max = Number(slider.max), step = Number(slider.step) || 1;
const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
const frame = [];
// Warm: what is compiled or cached at the first event is no cost of an event.
const warm = 20;
const painted = () => new Promise(resolve => requestAnimationFrame(() => {
  // A task after the frame's callbacks runs when the frame is painted.
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resolve(performance.now());
  channel.port2.postMessage(0);
}));
(async () => {
  for (let i = 0; i < count + warm; i += 1) {
    if (i === warm) { performance.clearMeasures('sliderule:event'); }
    const part = Math.abs((i % 100) - 50) / 50;
    write.call(slider, String(min + Math.round((max - min) * part / step) * step));
    const start = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const end = await painted();
    if (i >= warm) { frame.push(end - start); }
  }
  const entries = performance.getEntriesByName('sliderule:event');
  done({ own: entries.map(entry => entry.duration), parts: entries.map(entry => entry.detail ?? []), frame });
})();
