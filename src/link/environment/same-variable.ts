/** `if (process.env.X) use(process.env.X)`: the read stands under a condition on its own variable. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf, keyOf } from '../value-graph.js';

const MAXIMUM_NODES = 120;
/** `hasCredentials` → `A && B`; `isEnabled()` → `Boolean(A)`. */
const MAXIMUM_HOPS = 3;

/** The condition on the same variable under which a read stands, or null. `names`: the variable that each known read reads. */
export function conditionOnItself(link: Linking, read: FileValue, name: string, names: ReadonlyMap<number, string>): ValueRef | null {
  for (const guard of link.guardsOf(read)) {
    if (mentionsVariable(link, indexed(guard.condition), name, names, 0, new Set())) return guard.condition;
  }
  return null;
}

function mentionsVariable(link: Linking, value: FileValue, name: string, names: ReadonlyMap<number, string>, hops: number, seen: Set<number>): boolean {
  const key = keyOf(value);
  if (seen.has(key) || seen.size > MAXIMUM_NODES) return false;
  seen.add(key);
  if (names.get(key) === name) return true;
  const fact = factOf(value);
  const next = decidingParts(link, value);
  if (hops < MAXIMUM_HOPS && (fact.kind === 'reference' || fact.kind === 'call' || fact.kind === 'member')) {
    const further = (each: ValueRef) => mentionsVariable(link, indexed(each), name, names, hops + 1, seen);
    if (definitions(link, value).some(further)) return true;
  }
  return next.some((each) => mentionsVariable(link, each, name, names, hops, seen));
}

/** What a condition's truth hangs on. A client made with a variable is there, whatever the variable is. */
function decidingParts(link: Linking, value: FileValue): FileValue[] {
  const fact = factOf(value);
  const parts = (ids: readonly number[]) => ids.map((id) => sibling(value, id));
  switch (fact.kind) {
    case 'logical':
    case 'binary':
      return parts([fact.left, fact.right]);
    case 'conditional':
      return parts([fact.test, fact.whenTrue, fact.whenFalse]);
    case 'unary':
    case 'cast':
    case 'await':
      return parts([fact.operand]);
    case 'member':
      return parts([fact.object]);
    case 'call': {
      if (fact.isNew) return [];
      const isTest = /(^|\.)(Boolean|is[A-Z]\w*|has[A-Z]\w*)$/.test(link.describe(sibling(value, fact.callee)));
      return parts(isTest ? [fact.callee, ...fact.args] : [fact.callee]);
    }
    default:
      return [];
  }
}

function definitions(link: Linking, value: FileValue): readonly ValueRef[] {
  const fact = factOf(value);
  if (fact.kind === 'call') return link.callees(value).flatMap((callee) => link.functionFact(callee).returns.map((id) => ({ file: callee.file, id })));
  if (fact.kind === 'reference' && value.file.facts.bindings[fact.binding]?.kind !== 'import') return link.definitionsAt(value.file, value.id);
  // Not through `||` and the like: their sides are operands that may themselves read the variable.
  return link.sourcesOf(value).filter((source) => source.id !== value.id || source.file !== value.file);
}
