// As many charts as the query says, three lines of 101 points each, redrawn at every event of the slider.
const count = Number(location.search.slice(1));
const xs = Array.from({ length: 101 }, (_, i) => i);
const data = value => [xs, ...[1, 2, 3].map(k => xs.map(x => k * value + Math.sin(x / 9) * k * 4 + x / 10))];
const charts = Array.from({ length: count }, () => new uPlot({
  width: 400,
  height: 300,
  scales: { x: { time: false } },
  series: [{}, ...['#06c', '#c60', '#393'].map(stroke => ({ label: stroke, stroke, width: 2 }))],
}, data(7), document.body));
document.getElementById('probe').addEventListener('input', event => {
  performance.mark('start');
  const next = data(Number(event.target.value));
  charts.forEach(chart => chart.setData(next));
  // uPlot draws in a microtask of its own, queued before this one.
  queueMicrotask(() => queueMicrotask(() => performance.measure('sliderule:event', 'start')));
});
document.documentElement.dataset.state = 'ready';
