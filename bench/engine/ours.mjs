// Our engine as WebAssembly: JSON text in, JSON text out; one call for all roles. It is given the raw answers and counts
// years and months itself. `cargo xtask bench engine` builds what is loaded here.
import { readFileSync } from 'node:fs';
import { Engine, initSync } from './dist/engine_bench_wasm.js';
import { here } from './lib.mjs';
export const name = 'eligibility (Rust, wasm, JSON text)';
export const input = 'answers';
export function setup(rules) {
  initSync({ module: readFileSync(here('./dist/engine_bench_wasm_bg.wasm')) });
  const engine = new Engine(JSON.stringify(rules));
  return { evaluate: (answers) => JSON.parse(engine.evaluate(JSON.stringify(answers))) };
}
