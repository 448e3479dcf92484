/** What a step before the handler has found out and leaves for it: `c.set('appId', …)` and `c.get('appId')`, `req.account = …` and `req.account`. */
import type { FunctionRef, Program, ValueRef } from '../../contracts/program.js';
import { writtenName } from '../../contracts/written-name.js';
import { signsOf, valuesIn } from './function-signs.js';
import type { Reached } from './reach.js';

const CONTEXT = /^_?(?:req|request|ctx|context|c|res|reply|locals|state)$/i;

/**
 * Where the handler, or what it calls first, reads something that one of these steps has left there.
 * @returns null when nothing of the kind is seen
 */
export function readsWhatWasLeft(handler: readonly Reached[], steps: readonly Reached[], program: Program): ValueRef | null {
  const left = new Set(steps.flatMap(({ ref }) => namesLeft(ref, program)));
  if (left.size === 0) return null;
  for (const { ref } of handler.filter(({ depth }) => depth <= 1)) {
    const found = valuesIn(ref.file, ref.id).find((id) => left.has(nameRead({ file: ref.file, id }, program) ?? ''));
    if (found !== undefined) return { file: ref.file, id: found };
  }
  return null;
}

function namesLeft({ file, id }: FunctionRef, program: Program): string[] {
  const written = file.facts.memberWrites.flatMap(({ object, name, at }) => (name !== null && file.functionAt(at) === id && isContext(file, object) ? [name] : []));
  const set = signsOf({ file, id }).calls.flatMap((call) => keyOfCall({ file, id: call }, 'set', program) ?? []);
  return [...written, ...set];
}

function nameRead(value: ValueRef, program: Program): string | null {
  const fact = program.fact(value);
  if (fact.kind === 'member') return isContext(value.file, fact.object) ? fact.name : null;
  return fact.kind === 'call' ? keyOfCall(value, 'get', program) : null;
}

/** `c.set('appId', …)`: the key. */
function keyOfCall({ file, id }: ValueRef, method: 'get' | 'set', program: Program): string | null {
  const fact = program.fact({ file, id });
  const callee = fact.kind === 'call' ? file.facts.values[fact.callee] : undefined;
  if (fact.kind !== 'call' || callee?.kind !== 'member' || callee.name !== method || fact.args[0] === undefined || !isContext(file, callee.object)) return null;
  const key = file.facts.values[fact.args[0]];
  return key?.kind === 'literal' && typeof key.value === 'string' ? key.value : null;
}

function isContext(file: ValueRef['file'], id: number): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'cast') return isContext(file, fact.operand);
  return fact !== undefined && CONTEXT.test(writtenName(fact) ?? '');
}
