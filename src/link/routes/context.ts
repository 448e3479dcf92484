/**
 * Reading values where it is known by which call their function was entered, and which element of a table a loop is at:
 * `for (const route of routes) app[route.method](route.path, route.handler)`, `crud(app, 'users')`.
 */
import type { FunctionRef, ValueRef } from '../../contracts/program.js';
import { type FileValue, type Linking, indexed, sibling } from '../linking.js';
import { argumentAt, defaultFor } from '../resolve/passed-values.js';
import { directSources } from '../sources.js';
import { factOf, sameValue } from '../value-graph.js';

const MAXIMUM_DEPTH = 16;
const MAXIMUM_ALTERNATIVES = 12;

/** An entry of `Object.entries(table)`. */
export interface Entry {
  key: string;
  value: FileValue;
}

type Bound = { kind: 'call'; callee: FunctionRef; call: ValueRef; /** The function hands on what it is given, so that the call registers by itself. */ forwards?: true } | { kind: 'element'; variable: FileValue; element: FileValue | Entry };

/** Innermost first. */
export type Context = readonly Bound[];

/** What a value leads to: values, or the constant that is a table's key. */
type Followed = FileValue | Entry | { constant: string };

type Constant = string | number | boolean | null;

/** Values that the value stands for, under the context. */
export function follow(link: Linking, ref: ValueRef, context: Context): FileValue[] {
  return followAll(link, indexed(ref), context, 0).filter((each): each is FileValue => 'file' in each);
}

function followAll(link: Linking, ref: FileValue, context: Context, depth: number): Followed[] {
  if (depth > MAXIMUM_DEPTH) return [ref];
  const fact = factOf(ref);
  const next = (value: FileValue, inside = context) => followAll(link, value, inside, depth + 1);
  const element = context.find((bound) => bound.kind === 'element' && sameValue(bound.variable, ref));
  if (element?.kind === 'element') return 'key' in element.element ? [element.element] : next(element.element);
  switch (fact.kind) {
    case 'parameter': {
      const index = context.findIndex((bound) => bound.kind === 'call' && bound.callee.file === ref.file && bound.callee.id === fact.function);
      const bound = context[index];
      const passed = bound?.kind === 'call' ? argumentAt(bound.call, fact.index) : null;
      if (passed !== null) return next(passed, context.slice(index + 1));
      const byDefault = bound?.kind === 'call' ? defaultFor(ref, bound.call) : null;
      return byDefault === null ? [ref] : next(byDefault);
    }
    case 'member':
      return fact.name === null ? [ref] : next(sibling(ref, fact.object)).flatMap((object) => memberOf(link, object, fact.name!, ref, next));
    case 'logical':
      if (fact.operator !== 'default') return [ref];
      return orDefault(next(sibling(ref, fact.left)), sibling(ref, fact.left), () => next(sibling(ref, fact.right)));
    case 'reference':
    case 'await':
    case 'cast': {
      const sources = directSources(link, ref).slice(0, MAXIMUM_ALTERNATIVES);
      return sources.length === 0 ? [ref] : sources.flatMap((source) => next(source)).slice(0, MAXIMUM_ALTERNATIVES);
    }
    case 'module': {
      const whole = wholeModule(link, ref);
      return whole.length === 0 ? [ref] : whole.flatMap((value) => next(value));
    }
    default:
      return [ref];
  }
}

/** What `require('./users')` gives, where the module is one value: `module.exports = …`. */
export function wholeModule(link: Linking, ref: FileValue): FileValue[] {
  const fact = factOf(ref);
  if (fact.kind !== 'module' || fact.specifier === null) return [];
  const target = link.modules.resolve(ref.file, fact.specifier);
  return target.kind === 'file' ? link.exportedValues(indexed({ file: target.file, id: 0 }).file, '=').map(indexed) : [];
}

/** What is written where the context has the value from: the argument for a parameter, the element for a loop variable, or the value itself. */
export function standIn(link: Linking, ref: FileValue, context: Context, depth = 0): FileValue {
  if (context.length === 0 || depth > MAXIMUM_DEPTH) return ref;
  const definitions = factOf(ref).kind === 'reference' ? link.definitionsAt(ref.file, ref.id) : [];
  const value = definitions.length === 1 ? indexed(definitions[0]!) : ref;
  const fact = factOf(value);
  const element = context.find((bound) => bound.kind === 'element' && sameValue(bound.variable, value));
  if (element?.kind === 'element') return 'key' in element.element ? ref : element.element;
  if (fact.kind === 'parameter') {
    const index = context.findIndex((bound) => bound.kind === 'call' && bound.callee.file === value.file && bound.callee.id === fact.function);
    const bound = context[index];
    const passed = bound?.kind === 'call' ? argumentAt(bound.call, fact.index) : null;
    return passed === null ? ref : standIn(link, passed, context.slice(index + 1), depth + 1);
  }
  if (fact.kind !== 'member' || fact.name === null) return ref;
  const found = followAll(link, sibling(value, fact.object), context, 0);
  const [held] = found.length === 1 ? found.flatMap((object) => heldBy(object, fact.name!)) : [];
  return held ?? ref;
}

function heldBy(object: Followed, name: string): FileValue[] {
  if ('constant' in object) return [];
  if ('key' in object) return name === '1' ? [object.value] : [];
  const fact = factOf(object);
  const property = fact.kind === 'object' ? fact.properties.find((each) => each.name === name) : undefined;
  return property === undefined ? [] : [sibling(object, property.value)];
}

/** A default counts where nothing was found. */
function orDefault(found: Followed[], asked: FileValue, otherwise: () => Followed[]): Followed[] {
  const isOpen = found.length === 0 || found.every((each) => 'file' in each && sameValue(each, asked));
  return isOpen ? [...found, ...otherwise()] : found;
}

function memberOf(link: Linking, object: Followed, name: string, member: FileValue, next: (value: FileValue) => Followed[]): Followed[] {
  if ('constant' in object) return [];
  if ('key' in object) return name === '0' ? [{ constant: object.key }] : name === '1' ? next(object.value) : [];
  const fact = factOf(object);
  if (fact.kind === 'array') {
    const element = fact.elements[Number(name)];
    return element === undefined ? [] : next(sibling(object, element));
  }
  if (fact.kind === 'object') {
    const own = fact.properties.find((property) => property.name === name);
    if (own !== undefined) return next(sibling(object, own.value));
    return fact.properties.some((property) => property.kind === 'spread') ? [member] : [];
  }
  const sources = fieldsOf(link, object, name) ?? directSources(link, member);
  return sources.length === 0 ? [member] : sources.slice(0, MAXIMUM_ALTERNATIVES).flatMap((source) => next(source));
}

/** The values of a field of an instance that is made in this place: of its own class, not of all that the variable may hold. */
function fieldsOf(link: Linking, object: FileValue, name: string): FileValue[] | null {
  const fact = factOf(object);
  if (fact.kind !== 'call' || !fact.isNew) return null;
  const values = link.resolve(object).flatMap((entity) => (entity.kind === 'instance' ? link.memberValues(entity, name) : []));
  return values.length === 0 ? null : values.map(indexed);
}

/** All constants that the value may be under the context, null when it may be something else. */
export function constantsIn(link: Linking, ref: ValueRef, context: Context, depth = 0): Constant[] | null {
  if (depth > MAXIMUM_DEPTH) return null;
  const found = followAll(link, indexed(ref), context, 0);
  if (found.length === 0) return null;
  let result: Constant[] | null = [];
  for (const each of found) {
    const constants: Constant[] | null = 'constant' in each ? [each.constant] : 'key' in each ? null : constantsOfLeaf(link, each, context, depth);
    result = result === null || constants === null ? null : [...result, ...constants];
  }
  return result === null ? null : [...new Set(result)].slice(0, MAXIMUM_ALTERNATIVES * 2);
}

function constantsOfLeaf(link: Linking, ref: FileValue, context: Context, depth: number): Constant[] | null {
  const fact = factOf(ref);
  const at = (id: number) => constantsIn(link, sibling(ref, id), context, depth + 1);
  if (fact.kind === 'template' && fact.tag < 0) return joined([[fact.texts[0] ?? ''], ...fact.parts.flatMap((part, index) => [at(part), [fact.texts[index + 1] ?? '']])]);
  if (fact.kind === 'concat') return joined(fact.parts.map(at));
  // `process.env.PREFIX ?? '/api'`: what it is when nobody sets it otherwise.
  if (fact.kind === 'logical' && fact.operator !== '&&') return link.constants(ref) ?? at(fact.left) ?? at(fact.right);
  if (fact.kind === 'call') {
    const callee = factOf(sibling(ref, fact.callee));
    const isCase = callee.kind === 'member' && (callee.name === 'toLowerCase' || callee.name === 'toUpperCase');
    if (isCase) return at(callee.object)?.map((value) => (callee.name === 'toLowerCase' ? String(value).toLowerCase() : String(value).toUpperCase())) ?? null;
  }
  return link.constants(ref);
}

function joined(parts: (Constant[] | null)[]): Constant[] | null {
  let result = [''];
  for (const part of parts) {
    if (part === null || result.length * part.length > MAXIMUM_ALTERNATIVES * 2) return null;
    result = result.flatMap((before) => part.map((value) => `${before}${String(value)}`));
  }
  return result;
}

/** `table` in `table.forEach((row) => …)`, for the parameter of the function. */
export function receiverOfCallback(parameter: FileValue, functionId: number): FileValue | null {
  const { file } = parameter;
  const value = file.valueOfFunction(functionId);
  const call = value < 0 ? undefined : file.facts.values[file.parentOf(value)];
  if (call?.kind !== 'call' || call.args[0] !== value) return null;
  const callee = file.facts.values[call.callee];
  const runsOnEach = callee?.kind === 'member' && (callee.name === 'forEach' || callee.name === 'map');
  return runsOnEach ? sibling(parameter, callee.object) : null;
}
