/** Components in files that a server runs as well: a route module with a loader, a page with `getServerSideProps`. */
import type { FunctionId } from '../contracts/facts.js';
import type { LinkedFile, Program } from '../contracts/program.js';
import type { Site } from './site.js';

/** A function that uses it keeps state or waits for events, which it does in browsers only. */
const COMPONENT_ROLE = 'browser.component';

const memo = new WeakMap<Program, ReadonlyMap<LinkedFile, ReadonlySet<FunctionId>>>();

/** Does the site stand in a component, or in a function written in one? */
export function runsInComponent({ value }: Site, program: Program): boolean {
  const components = value === null ? undefined : componentsOf(program).get(value.file);
  if (value === null || components === undefined) return false;
  const { functions, values } = value.file.facts;
  for (let id = value.file.functionAt(values[value.id]!.start); id > 0; id = functions[id]!.parent) if (components.has(id)) return true;
  return false;
}

function componentsOf(program: Program): ReadonlyMap<LinkedFile, ReadonlySet<FunctionId>> {
  const known = memo.get(program);
  if (known !== undefined) return known;
  const components = new Map<LinkedFile, Set<FunctionId>>();
  for (const { value, entry } of program.sitesOf(COMPONENT_ROLE)) {
    const id = value.file.functionAt(value.file.facts.values[value.id]!.start);
    if (entry.use === 'call' && id > 0) components.set(value.file, (components.get(value.file) ?? new Set<FunctionId>()).add(id));
  }
  memo.set(program, components);
  return components;
}
