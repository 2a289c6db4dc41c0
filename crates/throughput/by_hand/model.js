// The reference model by hand over typed arrays, as fast as plain JavaScript goes: every quantity that the story computes, for
// each draw in turn. Prints the fastest run in
// milliseconds, and the mean income of the last year as a check.
'use strict';
const [draws, runs] = process.argv.slice(2).map(Number);
const YEARS = 8, IT = [0.9, 1.1, 1.2, 1.3, 1.4, 1.8, 4.6];

let state = 42;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const triangular = (low, peak, high) => {
  const u = random(), width = high - low;
  return u * width < peak - low ? low + Math.sqrt(u * width * (peak - low)) : high - Math.sqrt((1 - u) * width * (high - peak));
};
const column = draw => Float64Array.from({ length: draws }, draw);
const drawn = {
  share: column(() => triangular(0.7, 0.75, 0.85)), shell: column(() => triangular(5, 6.6, 12)),
  trainium: column(() => triangular(8, 12, 14)), gpu: column(() => triangular(18, 21, 35)),
  ai: column(() => triangular(0.5, 0.7, 0.85)), kwT: column(() => triangular(1, 1.4, 2.4)),
  kwG: column(() => triangular(1.7, 2.2, 3.4)), yieldT: column(() => triangular(4, 6.25, 8)),
  yieldG: column(() => triangular(6, 9, 13.3)), sold: column(() => triangular(0.6, 0.9, 1)),
  life: column(() => [3, 4, 5, 5, 5, 6][Math.floor(random() * 6)]), other: column(() => triangular(0.15, 0.25, 0.4)),
  price: column(() => triangular(50, 75, 120)), growth: column(() => triangular(0.03, 0.08, 0.12)),
  office: column(() => triangular(0.2, 0.25, 0.35)), warehouse: column(() => triangular(0.04, 0.05, 0.062)),
};
const names = ['replacement', 'share', 'dark', 'built', 'on', 'running', 'unpowered', 'idle', 'it', 'energy', 'sales', 'depreciation',
  'electricity', 'others', 'income', 'margin', 'saving', 'savingShare', 'savingDays', 'cash', 'programme', 'chipsT', 'chipsG'];
const out = Object.fromEntries(names.map(name => [name, Float64Array.from({ length: draws * YEARS }, () => 0)]));
const single = Object.fromEntries(['it', 'gw', 'yield', 'capex', 'payback', 'days'].map(name => [name, new Float64Array(draws)]));

function model(capex, m, power, jobs, hires) {
  const it = new Float64Array(YEARS), built = new Float64Array(YEARS);
  const open = 12, mean0 = (12 - 3.9 + 12) / 2, y0 = 128.7 / mean0, tax = 0.2, load = 0.65, oldIt = 0.93;
  const ocf0 = 139.514 - (1 - tax) * 45.6 - 21.45;
  for (let d = 0; d < draws; d++) {
    const a = drawn.ai[d], shell = drawn.shell[d], life = drawn.life[d], other = drawn.other[d];
    const cost = a * (m * drawn.trainium[d] + (1 - m) * drawn.gpu[d]) + (1 - a) * drawn.trainium[d], k = shell + cost;
    const y = (1 - a) * y0 + a * drawn.sold[d] * (m * drawn.yieldT[d] + (1 - m) * drawn.yieldG[d]);
    const spend = drawn.share[d] * capex, perGw = 8.76 * load * drawn.price[d] / 1000, earned = y * (1 - other) - perGw;
    single.it[d] = cost; single.gw[d] = k; single.yield[d] = y; single.capex[d] = spend;
    single.payback[d] = earned > 0 ? k / earned : NaN;
    single.days[d] = 365 * jobs * drawn.office[d] / (1000 * capex);
    const other0 = 128.7 - 45.6 - 21.45 - mean0 * perGw, grown = 1 + drawn.growth[d];
    let w = 0, e = open, programme = 0, shells = 0, growth = 1;
    for (let n = 0; n < YEARS; n++) {
      const past = n - life, need = past >= 0 ? it[past] : past + 7 >= 0 ? IT[past + 7] : 0;
      const replaced = Math.min(need, spend / cost), dark = Math.min(need - replaced, e);
      const made = Math.max(0, spend - replaced * cost) / k, on = Math.min(w + made, power), before = e;
      w = w + made - on; e = e + on - dark; it[n] = made + replaced; built[n] = made;
      const mean = (before + e) / 2, sales = 128.7 + y * (mean - mean0);
      let depreciation = 26.28 * (oldIt * Math.max(0, 1 - n / life) + (1 - oldIt));
      for (let v = 0; v <= n; v++) {
        const age = n - v;
        depreciation += cost * it[v] / life * (age > life ? 0 : age === 0 || age === life ? 0.5 : 1);
      }
      shells += shell * made;
      depreciation += (shells - shell * made / 2) / 20;
      const electricity = mean * perGw, others = other0 + other * (sales - 128.7);
      const income = sales - depreciation - electricity - others;
      const t = 2026 + n, avoided = (hires * (t - 2025) / 9 + hires * (t - 2024) / 9) / 2;
      const saving = (jobs * drawn.office[d] + drawn.warehouse[d] * avoided) / 1000 - (n === 0 ? jobs * 1.8 / 14000 : 0);
      growth *= grown;
      programme += (1 - tax) * (income - 45.6) + (depreciation - 21.45) - spend;
      const at = n * draws + d;
      out.replacement[at] = replaced * cost; out.share[at] = replaced * cost / spend; out.dark[at] = dark; out.built[at] = made;
      out.on[at] = on; out.running[at] = e; out.unpowered[at] = w; out.idle[at] = k * w; out.it[at] = it[n];
      out.energy[at] = mean * 8.76 * load; out.sales[at] = sales; out.depreciation[at] = depreciation;
      out.electricity[at] = electricity; out.others[at] = others; out.income[at] = income; out.margin[at] = income / sales;
      out.saving[at] = saving; out.savingShare[at] = saving / capex; out.savingDays[at] = 365 * saving / capex;
      out.cash[at] = ocf0 * growth + (1 - tax) * (income + saving) + depreciation - capex;
      out.programme[at] = programme; out.chipsT[at] = a * m * it[n] / drawn.kwT[d]; out.chipsG[at] = a * (1 - m) * it[n] / drawn.kwG[d];
    }
  }
}

const times = [];
for (let run = 0; run < runs; run++) {
  const start = performance.now();
  model(200 + run % 2, 0.5, 6, 30000, 600000);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const mean = out.income.slice(7 * draws).reduce((sum, x) => sum + x, 0) / draws;
console.log(JSON.stringify({ columns: times[0], income: mean }));
