/** `promises.race-a-timer`, and `enclosed-by` through functions of the program. */
import { describe, expect, it } from 'vitest';
import { verdicts } from '../support/judge.js';

const MODEL = `
package: global
roles:
  http.request: { call: [fetch] }
  timer.start: { call: [setTimeout] }
  promise.race: { call: [Promise.race], arguments: { promises: 0 } }
`;
const RULE = 'sites: { role: http.request }\npasses: [{ enclosed-by: { role: promise.race, where: { check: promises.race-a-timer } } }]';
const HELPERS = [
  'const late = (ms) => new Promise((_, reject) => setTimeout(reject, ms));',
  'const bound = (work, ms) => Promise.race([work, late(ms)]);',
  'const run = (work, ms) => Promise.race([work(), late(ms)]);',
  'const log = (work) => { console.log(work); return work; };',
].join(' ');

describe('a race', () => {
  it.each([
    ['with a timer written in place', "Promise.race([fetch('/'), new Promise((_, reject) => setTimeout(reject, 5))]);", 'pass'],
    ['with a function that starts one', "Promise.race([fetch('/'), late(5)]);", 'pass'],
    ['with a timer in a variable', "const timer = late(5); Promise.race([fetch('/'), timer]);", 'pass'],
    ['inside a function that is handed the promise', "bound(fetch('/'), 5);", 'pass'],
    ['inside a function that is handed a function', "run(() => fetch('/'), 5);", 'pass'],
    ['with another promise only', "Promise.race([fetch('/'), other()]);", 'fail'],
    ['with what came as a parameter', "export const f = (stop) => Promise.race([fetch('/'), stop]);", 'unknown'],
    ['over a list that is not written out', "export const f = (all) => { const p = fetch('/'); return Promise.race(all(p)); };", 'unknown'],
    ['that begins when the call is over', "export async function f() { const r = await fetch('/'); return bound(r.json(), 5); }", 'fail'],
    ['in no function that the promise is handed to', "log(fetch('/'));", 'fail'],
  ])('%s', (_name, code, verdict) => {
    expect(verdicts(RULE, [MODEL], { 'a.ts': `${HELPERS}\n${code}` })).toEqual([`a.ts:2 ${verdict}`]);
  });
});
