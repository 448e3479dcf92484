/** Branches of a guard that let everybody on when a variable of the environment is not set. */
import { isNothing } from '../../contracts/nothing.js';
import type { BlockFact, ValueId } from '../../contracts/facts.js';
import type { EnvironmentRead, LinkedFile, Program, ValueRef } from '../../contracts/program.js';
import { usesIn as fileUses } from '../file-uses.js';
import { calledName, writtenName } from '../../contracts/written-name.js';
import { signsOf } from './function-signs.js';
import { usesIn } from './reach.js';
import { isIdentityMember, namesGuard, tellsWho } from './words.js';

const TELLERS = ['auth.guard', 'auth.principal', 'jwt.verify', 'jwt.verify.request', 'signature.check'];

/** A condition in a guard that the read decides. */
export interface Decision {
  /** A value or a branch: where it is decided. */
  readonly file: LinkedFile;
  readonly start: number;
  readonly end: number;
  /** What the guard does in this branch. */
  readonly does: 'lets-on' | 'refuses' | 'other';
  /** Is the branch taken when the variable is not set, as far as it alone decides? */
  readonly whenUnset: boolean;
}

/** All conditions in guards that the read, or a variable of the module that holds it, stands in. */
export function decisionsOf({ value }: EnvironmentRead, program: Program): Decision[] {
  return placesOf(value).flatMap((place) => {
    const { file } = place;
    const at = file.facts.values[place.id]!.start;
    const around = file.functionAt(at);
    if (around === 0 || !isGuard(file, around, program)) return [];
    const inBranches = file.facts.blocks.flatMap((block): Decision[] => {
      if (block.function !== around || block.condition < 0 || (block.kind !== 'then' && block.kind !== 'else')) return [];
      const condition = file.facts.values[block.condition]!;
      if (at < condition.start || at >= condition.end) return [];
      const truth = whenUnset(file, block.condition, place.id, 0);
      const { start, end } = block;
      return truth === null ? [] : [{ file, start, end, does: doesIn(file, block), whenUnset: truth === (block.kind === 'then') }];
    });
    return [...inBranches, ...answersWith(file, around, place.id)];
  });
}

/** `return !process.env.ADMIN_TOKEN || token === …`: what the check says when the variable is not set, where the read decides alone. */
function answersWith(file: LinkedFile, around: number, read: ValueId): Decision[] {
  const { start, end } = file.facts.values[read]!;
  return file.facts.functions[around]!.returns.flatMap((id): Decision[] => {
    let at = id;
    for (let fact = file.facts.values[at]!; fact.kind === 'logical' && fact.operator === '||'; fact = file.facts.values[at]!) {
      const right = file.facts.values[fact.right]!;
      at = right.start <= start && right.end >= end ? fact.right : fact.left;
    }
    const part = file.facts.values[at]!;
    if (at === id || part.kind === 'logical' || part.start > start || part.end < end || whenUnset(file, at, read, 0) !== true) return [];
    return [{ file, start: part.start, end: part.end, does: 'lets-on', whenUnset: true }];
  });
}

/** The read, and the uses of a constant that it decides: `const isDev = process.env.NODE_ENV !== 'production'`. */
function placesOf(value: ValueRef): ValueRef[] {
  const { file } = value;
  return [value, ...fileUses(file).bindingsOf(value.id).flatMap((binding) => (file.facts.bindings[binding]!.writes.length === 1 ? file.facts.bindings[binding]!.uses.map((id) => ({ file, id })) : [])), ...comparedUses(value)];
}

function comparedUses({ file, id }: ValueRef): ValueRef[] {
  const parent = file.parentOf(id);
  const fact = file.facts.values[parent];
  if (fact?.kind !== 'binary' && fact?.kind !== 'unary') return [];
  return fileUses(file).bindingsOf(parent).flatMap((binding) => (file.facts.bindings[binding]!.writes.length === 1 ? file.facts.bindings[binding]!.uses.map((use) => ({ file, id: use })) : []));
}

/** It refuses somebody, or asks who calls. */
function isGuard(file: LinkedFile, id: number, program: Program): boolean {
  const ref = { file, id };
  const signs = signsOf(ref);
  const asks = signs.refusals.length > 0 || usesIn([{ ref, depth: 0 }], TELLERS, program).length > 0;
  if (asks && (isCheck(file, id) || takesRequest(file, id))) return true;
  if (takesRequest(file, id) && signs.calls.some((call) => isHandedToGuard(file, call, program))) return true;
  // `const isAdmin = (req) => …`, `function currentUser() { … }`: their callers refuse.
  return signs.identities.length > 0 && ((isCheck(file, id) && takesRequest(file, id)) || isTeller(file, id));
}

/** `return requireUser(req, res, next)`: what it does not let on, another guard asks. */
function isHandedToGuard(file: LinkedFile, call: ValueId, program: Program): boolean {
  return program.callees({ file, id: call }).some((ref) => takesRequest(ref.file, ref.id) && hasNext(ref.file, ref.id) && signsOf(ref).refusals.length > 0);
}

function hasNext(file: LinkedFile, id: number): boolean {
  return file.facts.functions[id]!.parameters.some(({ name }) => /^_?next$/i.test(name));
}

/** It gives back who calls. */
function isTeller(file: LinkedFile, id: number): boolean {
  return tellsWho(file.facts.functions[id]!.name);
}

function takesRequest(file: LinkedFile, id: number): boolean {
  return file.facts.functions[id]!.parameters.some(({ name }) => /^_?(?:req|request|ctx|context|c|event)$/i.test(name));
}

/** Members of guards and hooks of Fastify. */
const STANDS_BEFORE = /^(?:canActivate|onRequest|preValidation|preHandler)$/;

function isCheck(file: LinkedFile, id: number): boolean {
  const { name, parameters } = file.facts.functions[id]!;
  const isNamed = [name, nameGiven(file, id)].some((each) => STANDS_BEFORE.test(each) || namesGuard(each));
  return isNamed && !parameters.some((parameter) => /^(?:next|done)$/.test(parameter.name));
}

/** `fastify.decorate('authenticate', async (request, reply) => …)`: the name under which a function is handed over. */
function nameGiven(file: LinkedFile, id: number): string {
  const value = fileUses(file).valueOfFunction(id);
  const call = file.facts.values[file.parentOf(value)];
  const first = call?.kind === 'call' && call.args[1] === value ? file.facts.values[call.args[0]!] : undefined;
  return first?.kind === 'literal' && /^\w+$/.test(String(first.value)) ? String(first.value) : '';
}

/** Truth of the condition when the variable is not set; what stands beside it with `&&` is taken to hold, with `||` not to. */
function whenUnset(file: LinkedFile, id: ValueId, read: ValueId, depth: number): boolean | null {
  const fact = file.facts.values[id];
  const target = file.facts.values[read]!;
  if (fact === undefined || depth > 8) return null;
  const holdsRead = (inner: ValueId) => { const part = file.facts.values[inner]!; return part.start <= target.start && part.end >= target.end; };
  const on = (inner: ValueId) => whenUnset(file, inner, read, depth + 1);
  if (id === read) return heldTruth(file, read);
  if (fact.kind === 'unary' && fact.operator === '!') { const inner = on(fact.operand); return inner === null ? null : !inner; }
  if (fact.kind === 'logical') {
    const [held, beside] = holdsRead(fact.left) ? [fact.left, fact.right] : [fact.right, fact.left];
    return fact.operator === '&&' && asksForAnother(file, beside) ? false : on(held);
  }
  if (fact.kind !== 'binary' || !/^[!=]==?$/.test(fact.operator)) return null;
  const other = file.facts.values[fact.left === read ? fact.right : fact.left];
  const isUnset = isNothing(other);
  if (other?.kind !== 'literal' && !isUnset) return null;
  return isUnset === fact.operator.startsWith('=');
}

/** `process.env.BYPASS_AUTH === 'true'` beside it: nobody comes there by forgetting a variable. */
function asksForAnother(file: LinkedFile, id: ValueId): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind === 'logical') return fact.operator === '&&' && (asksForAnother(file, fact.left) || asksForAnother(file, fact.right));
  if (fact.kind === 'binary') {
    const isText = (side: ValueId) => file.facts.values[side]!.kind === 'literal' && !isNothing(file.facts.values[side]);
    return /^={2,3}$/.test(fact.operator) && ((asksForAnother(file, fact.left) && isText(fact.right)) || (asksForAnother(file, fact.right) && isText(fact.left)));
  }
  const object = fact.kind === 'member' ? file.facts.values[fact.object] : undefined;
  return object?.kind === 'member' && object.name === 'env';
}

/** Of the read itself: false. Of a variable that holds a comparison of it: what that gives. */
function heldTruth(file: LinkedFile, read: ValueId): boolean | null {
  const fact = file.facts.values[read]!;
  if (fact.kind !== 'reference' || fact.binding < 0) return false;
  const written = file.facts.bindings[fact.binding]!.writes[0];
  const held = written === undefined ? undefined : file.facts.values[written.value];
  if (held?.kind === 'binary') return whenUnset(file, written!.value, held.left, 1);
  if (held?.kind === 'unary' && held.operator === '!') return true;
  return held?.kind === 'member' ? false : null;
}

/** What a branch of a guard does with the caller. */
function doesIn(file: LinkedFile, block: BlockFact): Decision['does'] {
  const inside = (offset: number) => offset >= block.start && offset < block.end;
  const signs = signsOf({ file, id: block.function });
  if (signs.refusals.some(({ at }) => inside(file.facts.values[at.id]!.start))) return 'refuses';
  const asks = signs.calls.filter((id) => inside(file.facts.values[id]!.start));
  if (asks.some((id) => namesGuard(calledName(file, id) ?? ''))) return 'other';
  const goesOn = asks.some((id) => { const call = file.facts.values[id]!; return calledName(file, id) === 'next' && call.kind === 'call' && call.args.length === 0; });
  const names = file.facts.memberWrites.some((write) => inside(write.at) && write.name !== null && isIdentityMember(write.name) && !/empty|anonymous|guest|nobody/i.test(writtenName(file.facts.values[write.value]) ?? '') && !isNothing(file.facts.values[write.value]) && /^(?:req|request|ctx|context|c|locals|state|session)$/i.test(writtenName(file.facts.values[write.object]) ?? ''));
  const returned = file.facts.functions[block.function]!.returns.filter((id) => inside(file.facts.values[id]!.start)).map((id) => file.facts.values[id]!);
  if (goesOn || names) return 'lets-on';
  // What a handler returns is an answer; a check that comes back, or says yes, lets its caller go on.
  if (isTeller(file, block.function)) return returned.some((value) => value.kind === 'object') ? 'lets-on' : 'other';
  if (!isCheck(file, block.function)) return 'other';
  const accepts = returned.some((value) => (value.kind === 'literal' && value.value === true) || value.kind === 'object');
  return accepts || (block.exitKind === 'return' && returned.length === 0) ? 'lets-on' : 'other';
}
