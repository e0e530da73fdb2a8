// Our engine inside WebAssembly: speed with the answers already there, the work after one answer, and what it says while half
// of the answers are hidden (against the diagrams of this folder). Prints one JSON object. With `--cold`: one cold start alone.
import { readFileSync } from 'node:fs';
import { Engine, initSync, Inside } from './dist/engine_bench_wasm.js';
import { byLevel, CODE, factOf, here, loadAll, median, rng } from './lib.mjs';
import { classOf, Diagram, partition } from './mdd.mjs';

const text = (name) => readFileSync(here(`./data/${name}.json`), 'utf8');
initSync({ module: readFileSync(here('./dist/engine_bench_wasm_bg.wasm')) });
const timed = (work) => { const t = performance.now(); work(); return performance.now() - t; };
const inside = new Inside(text('ruleset'), text('answers'));

if (process.argv.includes('--cold')) {
  console.log(timed(() => inside.open()));
  process.exit(0);
}

function speed(complete) {
  const one = timed(() => inside.judge(1, complete)), passes = Math.max(1, Math.ceil(300 / one));
  timed(() => inside.judge(passes, complete)); // warm-up
  const rates = [];
  for (let r = 0; r < 5; r++) { // by processor time, like cpuUsPerSet of bench.mjs
    const before = process.cpuUsage(), sets = inside.judge(passes, complete), used = process.cpuUsage(before);
    rates.push(sets / (used.user + used.system) * 1e6);
  }
  return median(rates);
}

// Interviews with the first 300 people. Each step is timed three times and the least counts: the machine has other things to do.
const INTERVIEWS = 300, REPEATS = 3;
function afterOneAnswer() {
  inside.open();
  const times = [];
  for (let set = 0; set < INTERVIEWS; set++) {
    inside.begin(set);
    while (inside.answer()) {
      let least = Infinity;
      for (let r = 0; r < REPEATS; r++) least = Math.min(least, timed(() => inside.everything()));
      times.push(least);
    }
  }
  times.sort((a, b) => a - b);
  return { steps: times.length, median: median(times), p95: times[Math.floor(times.length * 0.95)], worst: times[times.length - 1] };
}

// As in partial.mjs: every answer hidden with probability 0.5. What can still come out is computed here by other means.
function halfHidden() {
  const { rules, answers, factRows } = loadAll(), engine = new Engine(JSON.stringify(rules));
  const roles = byLevel(rules), vars = partition(rules, roles), d = new Diagram(vars, rules.verdicts), roots = roles.map((r) => d.role(r));
  const R = rng(7), n = { pairs: 0, open: 0, premature: 0, missed: 0, different: 0 };
  factRows.forEach((facts, i) => {
    const kept = rules.questions.filter(() => R.chance(0.5));
    const known = Object.fromEntries(kept.map((q) => [factOf(q), facts[factOf(q)]]));
    const said = engine.possible(JSON.stringify(Object.fromEntries(kept.map((q) => [q.id, answers[i][q.id]]))));
    const classes = vars.map((v) => classOf(v, known));
    roots.forEach((root, k) => {
      const exact = [...d.possible(root, classes)].map((v) => CODE[rules.verdicts[v]]).sort().join('');
      const ours = [...said[k]].sort().join('');
      n.pairs++;
      n.open += exact.length > 1;
      n.premature += ours.length === 1 && exact.length > 1;
      n.missed += ours.length > 1 && exact.length === 1;
      n.different += ours !== exact;
    });
  });
  return n;
}

function verification() {
  let findings = 0;
  const times = Array.from({ length: 5 }, () => { inside.open(); return timed(() => { findings = inside.verify(); }); });
  return { ms: median(times), findings };
}

console.log(JSON.stringify({ complete: speed(true), hidden: speed(false), halfHidden: halfHidden(), verification: verification(), afterOneAnswer: afterOneAnswer() }));
