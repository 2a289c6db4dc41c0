// Runs before anything of the one file and notes when its script begins, when its first chart has been drawn, and when that is on
// screen. The script first keeps the page as it was opened, and a chart is drawn by copying its axes.
const start = window.__start = {};
const { cloneNode } = Node.prototype;
Node.prototype.cloneNode = function (deep) {
  start.begun ??= performance.now();
  return cloneNode.call(this, deep);
};
const after = task => {
  const channel = new MessageChannel();
  channel.port1.onmessage = task;
  channel.port2.postMessage(0);
};
const { drawImage } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.drawImage = function (...parts) {
  if (this.canvas.isConnected && !start.asked) {
    start.asked = true;
    // Behind all of the drawing, and before any other task.
    queueMicrotask(() => {
      start.drawn = performance.now();
      requestAnimationFrame(() => after(() => start.painted = performance.now()));
    });
  }
  return drawImage.apply(this, parts);
};
