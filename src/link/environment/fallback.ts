/** What replaces a variable that is not set: `||`, `??`, a default in destructuring or of a parameter, a branch, an assignment. */
import type { EnvironmentRead, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isRequiredName } from './names.js';

export type Fallback = EnvironmentRead['fallback'];

export const NO_FALLBACK: Fallback = { kind: 'none', value: null };

/** Calls that convert or cut a read without changing whose value it is. */
const CONVERSIONS = new Set(['Number', 'parseInt', 'parseFloat', 'String', 'Boolean', 'JSON.parse']);
const MAXIMUM_CLIMB = 10;

/** The fallback of a read, looked for around it. */
export function fallbackOf(link: Linking, read: FileValue): Fallback {
  return aroundExpression(link, read) ?? laterAssignment(link, read) ?? laterUse(link, read) ?? NO_FALLBACK;
}

function aroundExpression(link: Linking, read: FileValue): Fallback | null {
  let value = read;
  let found: Fallback | null = null;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const parentId = value.file.parentOf(value.id);
    if (parentId < 0) break;
    const parent = sibling(value, parentId);
    const fact = factOf(parent);
    if (fact.kind === 'logical' && fact.operator !== '&&') {
      // As the right side it is itself the fallback of another value, and both have what stands further out.
      if (fact.left === value.id) {
        const other = sibling(parent, fact.right);
        found = strongest(found, classify(link, other));
        // The literal at the end of `A || B || 'x'` replaces B.
        if (isRequiredVariable(link, other)) return found;
      }
    } else if (fact.kind === 'conditional') {
      const branch = conditionalFallback(link, parent, value);
      if (branch === null) break;
      found = strongest(found, branch);
    } else if (isShownText(parent, value)) {
      return null;
    } else if (!isConversion(parent, value)) break;
    const chained = chainedDefault(link, parent, value);
    if (chained !== null) found = chained;
    value = parent;
  }
  return found;
}

/** `{ placeholder: process.env.X || 'http://localhost' }`: it shows what a value looks like, nothing connects to it. */
function isShownText(parent: FileValue, value: FileValue): boolean {
  const fact = factOf(parent);
  if (fact.kind !== 'object') return false;
  return fact.properties.some((property) => property.value === value.id && /^(placeholder|description|example|hint|tooltip)$/.test(property.name ?? ''));
}

/** `env.get('X').default('y')`. */
function chainedDefault(link: Linking, member: FileValue, value: FileValue): Fallback | null {
  const fact = factOf(member);
  if (fact.kind !== 'member' || fact.object !== value.id || fact.name !== 'default') return null;
  const call = factOf(parentOf(member));
  return call.kind === 'call' && call.args[0] !== undefined ? classify(link, sibling(member, call.args[0])) : null;
}

/** A literal weighs more than another variable in front of it: `A || B || 'x'`. */
function strongest(a: Fallback | null, b: Fallback): Fallback {
  return a === null || a.kind === 'other' ? b : a;
}

/** Another variable that production must set, read directly or by a helper that is given its name. */
function isRequiredVariable(link: Linking, value: FileValue): boolean {
  const read = link.rolesAt(value).find((site) => site.role === 'env.read');
  const fact = factOf(value);
  const [first] = fact.kind === 'call' && fact.args[0] !== undefined ? (link.constants(sibling(value, fact.args[0])) ?? []) : [];
  const name = typeof first === 'string' ? first : (/([\w$]+)$/.exec(read?.path ?? '')?.[1] ?? '');
  return /^[A-Z][A-Z0-9_]*$/.test(name) && isRequiredName(name);
}

/** `X ? X : 'default'`, `!X ? 'default' : X`: the branch that does not read the variable. */
function conditionalFallback(link: Linking, parent: FileValue, value: FileValue): Fallback | null {
  const fact = factOf(parent);
  if (fact.kind !== 'conditional' || fact.test === value.id) return null;
  if (!mentions(link, sibling(parent, fact.test), value)) return null;
  const other = fact.whenTrue === value.id ? fact.whenFalse : fact.whenTrue;
  return classify(link, sibling(parent, other));
}

/** Does a test look at the same variable (by its spelling)? */
function mentions(link: Linking, test: FileValue, value: FileValue): boolean {
  const wanted = link.describe(value);
  return link.describe(test).includes(wanted) || describeOperands(link, test).some((text) => text === wanted);
}

function describeOperands(link: Linking, test: FileValue): string[] {
  const fact = factOf(test);
  if (fact.kind === 'unary') return [link.describe(sibling(test, fact.operand))];
  if (fact.kind === 'binary') return [fact.left, fact.right].map((id) => link.describe(sibling(test, id)));
  return [];
}

/** The value goes on through its parent as itself: a cast, a conversion, a method called on it. */
export function isConversion(parent: FileValue, value: FileValue): boolean {
  const fact = factOf(parent);
  if (fact.kind === 'cast' || fact.kind === 'await') return true;
  if (fact.kind === 'unary') return fact.operator === '+';
  if (fact.kind === 'member') return fact.object === value.id && factOf(parentOf(parent)).kind === 'call';
  if (fact.kind !== 'call') return false;
  if (fact.callee === value.id) return true;
  const callee = factOf(sibling(parent, fact.callee));
  const name =
    callee.kind === 'reference' ? callee.name : callee.kind === 'member' ? `${nameOf(sibling(parent, callee.object))}.${callee.name}` : '';
  return fact.args[0] === value.id && (CONVERSIONS.has(name) || CONVERSIONS.has(name.replace(/^Number\./, '')));
}

function parentOf(value: FileValue): FileValue {
  const id = value.file.parentOf(value.id);
  return id < 0 ? value : sibling(value, id);
}

function nameOf(value: FileValue): string {
  const fact = factOf(value);
  return fact.kind === 'reference' ? fact.name : '';
}

/** `let x = process.env.X; if (!x) x = 'default'`. */
function laterAssignment(link: Linking, read: FileValue): Fallback | null {
  for (const bindingId of read.file.bindingsWrittenWith(read.id)) {
    const binding = read.file.facts.bindings[bindingId]!;
    for (const write of binding.writes) {
      if (write.value === read.id) continue;
      const tested = link.guardsOf(sibling(read, write.value)).some((guard) => isMissingTest(link, guard.condition, guard.holds, bindingId));
      if (tested) return classify(link, sibling(read, write.value));
    }
  }
  return null;
}

/** `const url = process.env.X; new Redis(url ?? 'redis://localhost')`. */
function laterUse(link: Linking, read: FileValue): Fallback | null {
  for (const bindingId of read.file.bindingsWrittenWith(read.id)) {
    const { writes, uses } = read.file.facts.bindings[bindingId]!;
    if (writes.length !== 1) continue;
    for (const use of uses) {
      const fallback = aroundExpression(link, sibling(read, use));
      if (fallback?.kind === 'literal') return fallback;
    }
  }
  return null;
}

/** The condition says that the variable is not set. */
function isMissingTest(link: Linking, condition: ValueRef, holds: boolean, binding: number): boolean {
  const fact = factOf(condition);
  const refersTo = (id: number) => {
    const operand = factOf(sibling(condition, id));
    return operand.kind === 'reference' && operand.binding === binding;
  };
  if (fact.kind === 'unary' && fact.operator === '!') return holds && refersTo(fact.operand);
  if (fact.kind === 'reference') return !holds && fact.binding === binding;
  if (fact.kind !== 'binary' || !refersTo(fact.left)) return false;
  const isNothing = link.constants(sibling(condition, fact.right))?.every((constant) => constant === null || constant === '') ?? false;
  return isNothing && holds === (fact.operator === '===' || fact.operator === '==');
}

/** `X ?? fail('X')`, `X || stop()`: without the variable the program goes no further. */
export function stopsWhenMissing(link: Linking, read: FileValue): boolean {
  let value = read;
  for (let step = 0; step < MAXIMUM_CLIMB; step += 1) {
    const parentId = value.file.parentOf(value.id);
    if (parentId < 0) return false;
    const parent = sibling(value, parentId);
    const fact = factOf(parent);
    if (fact.kind === 'logical' && fact.left === value.id && fact.operator !== '&&') {
      const other = sibling(parent, fact.right);
      if (factOf(other).kind === 'call' && neverReturns(link, other)) return true;
    } else if (!isConversion(parent, value)) return false;
    value = parent;
  }
  return false;
}

/** What kind of fallback a value is. */
export function classify(link: Linking, ref: ValueRef): Fallback {
  const value = indexed(ref);
  const constants = link.constants(value);
  if (constants !== null) {
    if (constants.every((constant) => constant === null)) return NO_FALLBACK;
    return { kind: constants.every((constant) => constant === '' || constant === null) ? 'empty' : 'literal', value };
  }
  const fact = factOf(value);
  if (fact.kind === 'array') return classifyList(link, value, fact.elements);
  if (fact.kind === 'call' && neverReturns(link, value)) return NO_FALLBACK;
  if (isGenerated(link, value)) return { kind: 'generated', value };
  return { kind: namesHost(link, value) ? 'literal' : 'other', value };
}

/** `'http://127.0.0.1:' + port`: the place is written in the source, whatever else is not. */
function namesHost(link: Linking, value: FileValue): boolean {
  const fact = factOf(value);
  const [first] = fact.kind === 'concat' ? fact.parts : [];
  const start = fact.kind === 'template' && fact.tag < 0 ? [fact.texts[0]] : first === undefined ? [] : (link.constants(sibling(value, first)) ?? []);
  return start.length === 1 && /^[a-z][a-z0-9+.-]*:\/\/[\w.-]*\w[^\w]/i.test(String(start[0]));
}

function classifyList(link: Linking, value: FileValue, elements: readonly number[]): Fallback {
  if (elements.length === 0) return { kind: 'empty', value };
  const isConstant = elements.every((element) => link.constants(sibling(value, element)) !== null);
  return { kind: isConstant ? 'literal' : 'other', value };
}

/** `?? fail('X is not set')`: the function always throws, so there is no fallback. */
export function neverReturns(link: Linking, call: FileValue): boolean {
  const functions = link.callees(call);
  return functions.length > 0 && functions.every((callee) => {
    const body = link.functionFact(callee).body;
    const block = callee.file.facts.blocks[body];
    return block !== undefined && block.exits && block.exitKind === 'throw';
  });
}

function isGenerated(link: Linking, value: FileValue): boolean {
  return link.sourcesOf(value).some((source) => {
    const roles = link.rolesAt(source).map((site) => site.role);
    if (roles.includes('value.random')) return true;
    const fact = factOf(source);
    const callee = fact.kind === 'call' ? factOf(sibling(source, fact.callee)) : null;
    // `randomBytes(32).toString('hex')`
    return callee?.kind === 'member' && link.rolesAt(sibling(source, callee.object)).some((site) => site.role === 'value.random');
  });
}
