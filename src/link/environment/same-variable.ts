/** `if (process.env.X) use(process.env.X)`: the read stands under a condition on its own variable. */
import type { ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { guardsAt } from '../guards.js';
import { factOf, keyOf } from '../value-graph.js';

const MAXIMUM_NODES = 120;
/** `hasCredentials` → `A && B`; `isEnabled()` → `Boolean(A)`. */
const MAXIMUM_HOPS = 3;

/** Calls of a function that are looked at. */
const MAXIMUM_CALLS = 10;

/** Functions within functions. */
const MAXIMUM_NESTING = 4;

/** What a condition has to speak of. */
interface Wanted {
  accepts: (name: string) => boolean;
  /** Only whether it is set, not which of several it is. */
  presence: boolean;
}

/** The condition on the same variable under which a read stands, or null. `names`: the variable that each known read reads. */
export function conditionOnItself(link: Linking, read: FileValue, name: string, names: ReadonlyMap<number, string>): ValueRef | null {
  return conditionAround(link, read, { accepts: (other) => other === name, presence: false }, names);
}

/**
 * The same on another variable of the same integration: `SMTP_USER` is of no matter where `SMTP_HOST` is not set. They share all
 * words of the name but the last two, and the first at least.
 */
export function conditionOnSibling(link: Linking, read: FileValue, name: string, names: ReadonlyMap<number, string>): ValueRef | null {
  const words = name.split('_');
  const shared = words.slice(0, Math.max(1, words.length - 2)).join('_');
  const accepts = (other: string) => other !== name && other.startsWith(`${shared}_`);
  return words.length < 2 ? null : conditionAround(link, read, { accepts, presence: true }, names);
}

/** Names that tell one deployment from another, which switch nothing on. */
const STAGE_NAME = /(?:^|_)(?:ENV|ENVIRONMENT|STAGE)$/;

/** A condition on any other variable, such as `STORAGE === 's3'` or `BILLING_ENABLED`: only who makes it hold needs what stands there. */
export function conditionOnOther(link: Linking, value: FileValue, name: string, names: ReadonlyMap<number, string>): ValueRef | null {
  return conditionAround(link, value, { accepts: (other) => other !== '' && other !== name && !STAGE_NAME.test(other), presence: false }, names);
}

/** Around the value, or around every call of the function that holds it. */
function conditionAround(link: Linking, value: FileValue, wanted: Wanted, names: ReadonlyMap<number, string>): ValueRef | null {
  const own = conditionAt(link, value, wanted, names);
  if (own !== null) return own;
  const holding = value.file.functionAt(factOf(value).start);
  const calls = holding === 0 ? [] : link.callersOf({ file: value.file, id: holding });
  if (calls.length === 0 || calls.length > MAXIMUM_CALLS) return null;
  const found = calls.map((call) => conditionAt(link, indexed(call), wanted, names));
  return found.every((condition) => condition !== null) ? found[0]! : null;
}

/** In the function that holds the value, or around it where it is written as a callback. */
function conditionAt(link: Linking, value: FileValue, wanted: Wanted, names: ReadonlyMap<number, string>): ValueRef | null {
  const { functions } = value.file.facts;
  let holding = value.file.functionAt(factOf(value).start);
  let offset = factOf(value).start;
  for (let depth = 0; depth < MAXIMUM_NESTING; depth += 1) {
    for (const guard of guardsAt(value, offset)) {
      if (wanted.presence && guard.cases.length > 0) continue;
      if (mentionsVariable(link, indexed(guard.condition), wanted, names, 0, new Set())) return guard.condition;
    }
    const fact = functions[holding];
    if (fact === undefined || fact.parent < 0 || value.file.valueOfFunction(holding) < 0) return null;
    offset = fact.start - 1;
    holding = fact.parent;
  }
  return null;
}

function mentionsVariable(link: Linking, value: FileValue, wanted: Wanted, names: ReadonlyMap<number, string>, hops: number, seen: Set<number>): boolean {
  const key = keyOf(value);
  if (seen.has(key) || seen.size > MAXIMUM_NODES) return false;
  seen.add(key);
  const name = names.get(key);
  if (name !== undefined && wanted.accepts(name)) return true;
  if (wanted.presence && isChoice(link, value)) return false;
  const fact = factOf(value);
  const next = decidingParts(link, value);
  if (hops < MAXIMUM_HOPS && (fact.kind === 'reference' || fact.kind === 'call' || fact.kind === 'member')) {
    const further = (each: ValueRef) => mentionsVariable(link, indexed(each), wanted, names, hops + 1, seen);
    if (definitions(link, value).some(further)) return true;
  }
  return next.some((each) => mentionsVariable(link, each, wanted, names, hops, seen));
}

/** `STORAGE === 's3'`: then the settings of S3 have to be there. */
function isChoice(link: Linking, value: FileValue): boolean {
  const fact = factOf(value);
  if (fact.kind !== 'binary') return false;
  const constants = [fact.left, fact.right].flatMap((id) => link.constants(sibling(value, id)) ?? []);
  return constants.some((constant) => typeof constant === 'string' && constant !== '');
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
