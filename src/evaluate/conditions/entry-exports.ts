/** `entry-exports`: every entry file that leads to the site exports such a constant, as `export const maxDuration = 30`. */
import type { FunctionId } from '../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { every, NO, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';

const MAX_DEPTH = 8;
const MAX_CALLERS = 24;

export const entryExports: ConditionWord<'entry-exports'> = (exported) => (site, { program }) =>
  site.value === null ? NO : new Entries(exported, program).holdFor(site.value, 0);

class Entries {
  private readonly open = new Set<string>();

  constructor(
    private readonly exported: readonly string[][],
    private readonly program: Program,
  ) {}

  /** The file of the value exports it, or every caller of the function around the value is in such a file. */
  holdFor(value: ValueRef, depth: number): Answer {
    const found = this.inFile(value.file);
    if (found !== null) return found;
    if (depth >= MAX_DEPTH) return NO;
    const callers = this.callersAround(value);
    if (callers.length === 0) return NO;
    return every(callers.map((caller) => this.holdFor(caller, depth + 1)));
  }

  /** Calls of the innermost enclosing function that has any. */
  private callersAround({ file, id }: ValueRef): readonly ValueRef[] {
    let around: FunctionId = file.functionAt(file.facts.values[id]!.start);
    for (; around > 0; around = file.facts.functions[around]?.parent ?? 0) {
      const key = `${file.facts.path}#${around}`;
      if (this.open.has(key)) return [];
      this.open.add(key);
      const callers = this.program.callersOf({ file, id: around }).filter((caller) => !isWithin(caller, file, around));
      if (callers.length > 0) return callers.slice(0, MAX_CALLERS);
    }
    return [];
  }

  private inFile(file: LinkedFile): Answer | null {
    for (const [name, ...rest] of this.exported) {
      for (const fact of file.facts.exports) {
        if (fact.name !== name) continue;
        const ids = fact.binding >= 0 ? file.facts.bindings[fact.binding]!.writes.map((write) => write.value) : fact.value >= 0 ? [fact.value] : [];
        const held = ids.find((id) => rest.length === 0 || this.program.property({ file, id }, rest).kind === 'found');
        if (held !== undefined) return yes({ related: [{ location: this.program.location({ file, id: held }), text: `${[name, ...rest].join('.')} is set here` }] });
      }
    }
    return null;
  }
}

function isWithin(value: ValueRef, file: LinkedFile, id: FunctionId): boolean {
  const { start } = value.file.facts.values[value.id]!;
  const outer = file.facts.functions[id]!;
  return value.file === file && start >= outer.start && start < outer.end;
}
