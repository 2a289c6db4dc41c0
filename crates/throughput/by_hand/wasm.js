// The engine as wasm in Node: the same measurements as the native program's.
'use strict';
const [module_, story, draws, runs] = process.argv.slice(2);
const { Throughput } = require(module_);
const measured = new Throughput(require('fs').readFileSync(story, 'utf8'), Number(draws));
const fastest = run => {
  let best = Infinity;
  for (let at = 0; at < Number(runs); at++) {
    const start = performance.now();
    run(200 + at % 2);
    best = Math.min(best, performance.now() - start);
  }
  return best;
};
const columns = fastest(capex => measured.columns(capex));
const event = fastest(capex => measured.event('capex', capex));
console.log(JSON.stringify({ columns, event, bits: measured.bits() }));
