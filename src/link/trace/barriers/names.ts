/**
 * A name for what an expression stands for: the same for two expressions that hold the same value. Variables that only pass a value
 * on are looked through, so `const { id } = req.query` makes `id` and `req.query.id` one, and so are changes of a text that keep a
 * check valid (`trim`, `toLowerCase`).
 */
import type { FileValue, Linking } from '../../linking.js';
import { sibling } from '../../linking.js';
import { ValueTable, factOf } from '../../value-graph.js';

const NEUTRAL_METHODS = new Set(['toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'trim', 'trimStart', 'trimEnd', 'toString', 'normalize', 'valueOf']);
const NEUTRAL_FUNCTIONS = new Set(['String']);
const MAXIMUM_DEPTH = 12;

const memo = new WeakMap<Linking, ValueTable<string | null>>();

/** The name of the value, valid inside its file; null for what cannot be named (a literal, a sum, a call with such arguments). */
export function nameOf(link: Linking, ref: FileValue): string | null {
  return named(link, ref, 0);
}

/** How an unknown value of the program is written inside a name: what a parameter holds. */
export function parameterName(parameter: number): string {
  return `p${parameter}`;
}

/** The name of the object that a URL was parsed from: `new URL(x)` and `x` lead to one place. */
export function urlText(name: string): string {
  let text = name;
  for (let inner = ''; inner !== text; ) {
    inner = text;
    text = text.replace(/\.(?:href|toString)$/, '').replace(/^url\((.*)\)$/, '$1');
  }
  return text;
}

function named(link: Linking, ref: FileValue, depth: number): string | null {
  if (depth > MAXIMUM_DEPTH) return null;
  let table = memo.get(link);
  if (table === undefined) memo.set(link, (table = new ValueTable()));
  const known = table.get(ref);
  if (known !== undefined) return known;
  const name = compute(link, ref, depth);
  if (depth === 0 || name !== null) table.set(ref, name);
  return name;
}

function compute(link: Linking, ref: FileValue, depth: number): string | null {
  const fact = factOf(ref);
  const at = (id: number) => named(link, sibling(ref, id), depth + 1);
  switch (fact.kind) {
    case 'cast':
    case 'await':
    case 'spread':
      return at(fact.operand);
    case 'reference':
      return nameOfVariable(link, ref, depth);
    case 'parameter':
      return parameterName(ref.id);
    case 'this':
      return `this${fact.class}`;
    case 'member':
      return nameOfMember(link, ref, depth);
    case 'logical':
      return fact.operator === '&&' ? null : at(fact.left);
    case 'conditional':
      return eitherPath(at(fact.whenTrue), at(fact.whenFalse));
    case 'unary':
      return fact.operator === '+' ? wrapped('Number', at(fact.operand)) : null;
    case 'call':
      return nameOfCall(link, ref, depth);
    default:
      return null;
  }
}

/** `isAbsolute(x) ? join(ROOT, x) : resolve(HOME, x)`: one of two normalised paths. */
function eitherPath(whenTrue: string | null, whenFalse: string | null): string | null {
  const arePaths = [whenTrue, whenFalse].every((name) => name !== null && /^path\.(?:join|resolve|normalize|real)\(/.test(name));
  return arePaths ? `path.either(${whenTrue},${whenFalse})` : null;
}

function wrapped(kind: string, name: string | null): string | null {
  return name === null ? null : `${kind}(${name})`;
}

function nameOfVariable(link: Linking, ref: FileValue, depth: number): string | null {
  const fact = factOf(ref);
  if (fact.kind !== 'reference') return null;
  if (fact.binding < 0) return `global.${fact.name}`;
  const binding = ref.file.facts.bindings[fact.binding];
  if (binding === undefined) return null;
  const own = `b${fact.binding}`;
  if (binding.kind === 'import') return own;
  const definitions = link.definitionsAt(ref.file, ref.id);
  if (definitions.length !== 1) return definitions.length === 0 ? own : `${own}@${definitions.map((each) => each.id).join('+')}`;
  const definition = definitions[0]! as FileValue;
  if (factOf(definition).kind === 'literal') return own;
  return named(link, definition, depth + 1) ?? (binding.writes.length > 1 ? `${own}@${definition.id}` : own);
}

function nameOfMember(link: Linking, ref: FileValue, depth: number): string | null {
  const fact = factOf(ref);
  if (fact.kind !== 'member') return null;
  const object = named(link, sibling(ref, fact.object), depth + 1);
  if (object === null) return null;
  if (fact.name !== null) return `${object}.${fact.name}`;
  const index = fact.index < 0 ? null : factOf(sibling(ref, fact.index)).kind === 'literal' ? String(link.constants(sibling(ref, fact.index))?.[0]) : named(link, sibling(ref, fact.index), depth + 1);
  return index === null ? null : `${object}[${index}]`;
}

function nameOfCall(link: Linking, ref: FileValue, depth: number): string | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call') return null;
  const callee = factOf(sibling(ref, fact.callee));
  const first = () => (fact.args[0] === undefined ? null : named(link, sibling(ref, fact.args[0]), depth + 1));
  const path = fact.isNew ? null : nameOfPath(link, ref, depth);
  if (path !== null) return path;
  if (callee.kind === 'member' && callee.name !== null && NEUTRAL_METHODS.has(callee.name)) {
    const receiver = named(link, sibling(ref, callee.object), depth + 1);
    if (receiver !== null) return receiver;
  }
  if (fact.isNew && fact.args.length === 1 && link.apiPaths(sibling(ref, fact.callee)).includes('global:URL')) return wrapped('url', first());
  if (callee.kind === 'reference' && callee.binding < 0) {
    if (NEUTRAL_FUNCTIONS.has(callee.name)) return first();
    if (callee.name === 'Number') return wrapped('Number', first());
  }
  return null;
}

/** `path.join(ROOT, name)`: a function that gives the same for the same. Called by its role, so that checks can tell what was done. */
function nameOfPath(link: Linking, ref: FileValue, depth: number): string | null {
  const fact = factOf(ref);
  if (fact.kind !== 'call') return null;
  const role = link.rolesAt(ref).find((site) => site.role.startsWith('path.'))?.role;
  if (role === undefined) return link.apiPaths(sibling(ref, fact.callee)).includes('url:parse') && fact.args[0] !== undefined ? wrapped('url', named(link, sibling(ref, fact.args[0]), depth + 1)) : null;
  const args = fact.args.map((id) => named(link, sibling(ref, id), depth + 1) ?? `v${id}`);
  return `${role}(${args.join(',')})`;
}
