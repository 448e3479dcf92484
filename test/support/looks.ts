import type { Program } from '../../src/contracts/program.js';

/** Counts every look at a value of the program from here on. */
export function countLooks(program: Program): { looks: number } {
  const count = { looks: 0 };
  for (const { facts } of program.files.values()) {
    facts.values = new Proxy(facts.values, {
      get: (values, key) => {
        count.looks += 1;
        return Reflect.get(values, key) as unknown;
      },
    });
  }
  return count;
}
