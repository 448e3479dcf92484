/**
 * Guards for whoever says who he is: `if (!req.headers.authorization) return next()` lets all others on before anybody is turned away, and
 * what stands in `if (token) { … }` turns away only those who show one.
 */
import { isNothing } from '../../contracts/nothing.js';
import type { BlockFact, FunctionId, ValueId } from '../../contracts/facts.js';
import type { FunctionRef, LinkedFile, ValueRef } from '../../contracts/program.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { isIdentityHeader, isIdentityMember } from './words.js';

const CREDENTIAL = /token|session|user|auth|jwt|api_?key|bearer|credential|header|cookie/i;
const memo = new WeakMap<LinkedFile, Map<FunctionId, readonly BlockFact[]>>();

/** Does the function of the refusal let those on of whom nothing is known, before it comes to that? */
export function letsStrangersOn({ file, id }: ValueRef): boolean {
  const { start } = file.facts.values[id]!;
  if (isForThoseWhoShow(file, start)) return true;
  return lettingOn(file, file.functionAt(start)).some((block) => block.end <= start);
}

/** Is all that a middleware answers by itself, rather than handing on, for those who show something: `if (apiKey) { if (!known(apiKey)) return refuse(response); }`? */
export function refusesOnlyThoseWhoShow({ file, id }: FunctionRef): boolean {
  const { functions, values } = file.facts;
  const answers = functions[id]!.returns.filter((each) => {
    const fact = values[each]!;
    return fact.kind === 'call' && !/^(?:next|done)$/.test(writtenName(values[fact.callee]!) ?? '');
  });
  return answers.length > 0 && answers.every((each) => isForThoseWhoShow(file, values[each]!.start));
}

const SHOWN = /^(?!(?:is|has|no|not|in|un|invalid|expired|missing|bad|revoked)[A-Z_]).*(?:token|authorization|auth_?header|bearer|api_?key|cookie|jwt|credentials?)$/i;

function isForThoseWhoShow(file: LinkedFile, offset: number): boolean {
  for (let id = file.blockAt(offset); id >= 0; id = file.facts.blocks[id]!.parent) {
    const { kind, condition } = file.facts.blocks[id]!;
    if (kind === 'then' && condition >= 0 && isShown(file, condition)) return true;
  }
  return false;
}

/** `token`, `token && isApi`. */
function isShown(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'logical') return fact.operator === '&&' && (isShown(file, fact.left) || isShown(file, fact.right));
  return (fact?.kind === 'reference' || fact?.kind === 'member') && SHOWN.test(fact.name ?? '');
}

function lettingOn(file: LinkedFile, around: FunctionId): readonly BlockFact[] {
  const known = memo.get(file) ?? new Map<FunctionId, readonly BlockFact[]>();
  memo.set(file, known);
  let blocks = known.get(around);
  if (blocks === undefined) {
    const branches = file.facts.blocks.filter((block) => block.function === around && block.kind === 'then' && block.exitKind === 'return' && block.condition >= 0);
    known.set(around, (blocks = branches.filter((block) => isAbsence(file, block.condition) && goesOn(file, block))));
  }
  return blocks;
}

/** `!ctx.user`, `token === undefined`; with `||` any of them. Together with something else (`&&`) it is about a few requests. */
function isAbsence(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind === 'logical') return fact.operator === '||' && (isAbsence(file, fact.left) || isAbsence(file, fact.right));
  if (fact?.kind === 'unary') return fact.operator === '!' && tellsWho(file, fact.operand);
  if (fact?.kind !== 'binary' || !/^===?$/.test(fact.operator)) return false;
  return (isNothing(file.facts.values[fact.right]) && tellsWho(file, fact.left)) || (isNothing(file.facts.values[fact.left]) && tellsWho(file, fact.right));
}

function tellsWho(file: LinkedFile, id: ValueId): boolean {
  const name = writtenName(file.facts.values[id]);
  // A setting: `!process.env.JWT_SECRET` says nothing of the caller.
  return name !== null && name !== name.toUpperCase() && (isIdentityMember(name) || isIdentityHeader(name) || CREDENTIAL.test(name));
}

/** `next()`, `next({ ctx })`; `next(error)` turns away. */
function goesOn(file: LinkedFile, { start, end }: BlockFact): boolean {
  return file.facts.calls.some((call) => {
    const fact = file.facts.values[call]!;
    if (fact.kind !== 'call' || fact.start < start || fact.end > end || calledName(file, call) !== 'next') return false;
    return fact.args.length === 0 || file.facts.values[fact.args[0]!]!.kind === 'object';
  });
}
