/** Reading a property out of an options object, wherever the object was made. */
import type { PropertyFact, TypeFact } from '../contracts/facts.js';
import type { PropertyLookup, ValueRef } from '../contracts/program.js';
import { callPath } from './api-path.js';
import { type FileValue, type Linking, indexed, sibling } from './linking.js';
import { typeOf } from './resolve/types.js';
import { factOf, keyOf } from './value-graph.js';

const MAXIMUM_SPREADS = 8;

/** One property that is looked for in a value, and in what is spread into it. */
interface Question {
  readonly name: string;
  /** Spreads and calls gone through. */
  readonly depth: number;
  /** What was found in a value by its key; null while it is looked at. Each is looked at once: `state = { ...state, page }` holds itself, and one more of it with each line. */
  readonly answers: Map<number, PropertyLookup | null>;
}

const NOTHING_MORE: PropertyLookup = { kind: 'absent', objects: [] };

/** Looks up a (nested) property in every object that the value may be. */
export function propertyOf(link: Linking, ref: ValueRef, path: readonly string[]): PropertyLookup {
  const [name, ...rest] = path;
  if (name === undefined) return { kind: 'found', values: [ref], partial: false };
  const first = lookUp(link, indexed(ref), { name, depth: 0, answers: new Map() });
  if (first.kind !== 'found' || rest.length === 0) return first;
  const nested = first.values.map((value) => propertyOf(link, value, rest));
  return combine(nested, first.partial);
}

/** `name()` is what the function held by the property returns, as in `useFactory().secret`; `()` what the value itself returns. */
function lookUp(link: Linking, ref: FileValue, question: Question): PropertyLookup {
  const { name } = question;
  if (name === '()') return resultsOf(link, { kind: 'found', values: [ref], partial: false });
  if (name.endsWith('()')) return resultsOf(link, lookUp(link, ref, { name: name.slice(0, -2), depth: question.depth, answers: new Map() }));
  const alternatives = link.sourcesOf(ref).map((source) => answerIn(link, indexed(source), question));
  const closed = alternatives.filter((each) => each !== NOTHING_MORE);
  return closed.length === 0 && alternatives.length > 0 ? NOTHING_MORE : combine(closed, false);
}

function answerIn(link: Linking, source: FileValue, question: Question): PropertyLookup {
  const key = keyOf(source);
  const known = question.answers.get(key);
  if (known !== undefined) return known ?? NOTHING_MORE;
  question.answers.set(key, null);
  const answer = inSource(link, source, question);
  question.answers.set(key, answer);
  return answer;
}

function deeper({ name, depth, answers }: Question): Question {
  return { name, depth: depth + 1, answers };
}

function resultsOf(link: Linking, functions: PropertyLookup): PropertyLookup {
  if (functions.kind !== 'found') return functions;
  const returned = functions.values.flatMap((value) =>
    link.resolve(value).flatMap((entity) => {
      if (entity.kind !== 'function') return [];
      const { file, id } = entity.ref;
      return (file.facts.functions[id]?.returns ?? []).map((result): ValueRef => ({ file, id: result }));
    }),
  );
  return returned.length === 0 ? { kind: 'unknown' } : { kind: 'found', values: returned, partial: functions.partial };
}

function inSource(link: Linking, source: FileValue, question: Question): PropertyLookup {
  const { name } = question;
  const fact = factOf(source);
  if (name === '*' && (fact.kind === 'array' || fact.kind === 'object')) return allOf(source);
  if (fact.kind === 'object') return inObject(link, source, question);
  if (HAVE_NO_OPTIONS.has(fact.kind) || isVariableOfEnvironment(source) || isPlain(typeOf(link, source)?.type)) return { kind: 'absent', objects: [source] };
  if (fact.kind === 'call') return inCall(link, source, question);
  const members = link.resolve(source).flatMap((entity) => link.memberValues(entity, name));
  if (members.length > 0) return { kind: 'found', values: [...members], partial: false };
  return fact.kind === 'function' ? { kind: 'absent', objects: [source] } : { kind: 'unknown' };
}

/** `*`: every element or property that is written there. */
function allOf(literal: FileValue): PropertyLookup {
  const fact = factOf(literal);
  const ids = fact.kind === 'array' ? fact.elements : fact.kind === 'object' ? fact.properties.map((property) => property.value) : [];
  const values = ids.map((id) => sibling(literal, id)).filter((value) => factOf(value).kind !== 'spread');
  return values.length > 0 ? { kind: 'found', values, partial: values.length < ids.length } : { kind: 'absent', objects: [literal] };
}

/** Text and numbers: whatever stands there is no object with properties to read. */
const HAVE_NO_OPTIONS: ReadonlySet<string> = new Set(['literal', 'template', 'concat', 'binary', 'unary']);

/** `process.env.REDIS_URL` is a text. */
function isVariableOfEnvironment(source: FileValue): boolean {
  const fact = factOf(source);
  const object = fact.kind === 'member' ? factOf(sibling(source, fact.object)) : undefined;
  const holder = object?.kind === 'member' && object.name === 'env' ? factOf(sibling(source, object.object)) : undefined;
  return holder?.kind === 'reference' && holder.name === 'process' && holder.binding < 0;
}

const PLAIN_TYPES = new Set(['string', 'number', 'boolean', 'bigint', 'URL', 'null', 'undefined']);

function isPlain(type: TypeFact | undefined): boolean {
  if (type === undefined) return false;
  if (type.name === '|') return (type.args ?? []).every(isPlain);
  return type.literal !== undefined || PLAIN_TYPES.has(type.name);
}

function inObject(link: Linking, object: FileValue, question: Question): PropertyLookup {
  const { name, depth } = question;
  const fact = factOf(object);
  if (fact.kind !== 'object') return { kind: 'unknown' };
  const assigned = link.memberValues({ kind: 'object', value: object }, name);
  const computed = computedAs(link, object, fact.properties, name);
  if (computed.length > 0) return { kind: 'found', values: computed.map(({ value }) => sibling(object, value)), partial: computed.length > 1 };
  const own = fact.properties.some((property) => property.name === name);
  if (assigned.length > 0 && (own || fact.properties.every((property) => property.kind !== 'spread'))) {
    return { kind: 'found', values: [...assigned], partial: false };
  }
  let result: PropertyLookup = assigned.length > 0 ? { kind: 'found', values: [...assigned], partial: false } : { kind: 'absent', objects: [object] };
  // `...(condition && { a })` and `...(condition ? { a } : {})` hold the property on some paths only.
  for (const property of fact.properties) {
    if (property.kind === 'computed' && result.kind === 'absent' && keyOfProperty(link, object, property) === null) result = { kind: 'unknown' };
    if (property.kind !== 'spread' || depth >= MAXIMUM_SPREADS) continue;
    const spread = lookUp(link, sibling(object, property.value), deeper(question));
    if (spread.kind === 'found') return spread;
    if (spread.kind === 'unknown' && result.kind === 'absent') result = spread;
  }
  return result;
}

/** `{ [Segments.BODY]: schema }`: a computed name that is this one. */
function computedAs(link: Linking, object: FileValue, properties: readonly PropertyFact[], name: string): PropertyFact[] {
  return properties.filter((property) => property.kind === 'computed' && keyOfProperty(link, object, property) === name);
}

/** The one name that a computed one is; null when it may be another. */
function keyOfProperty(link: Linking, object: FileValue, { key }: PropertyFact): string | null {
  const names = key === undefined ? null : link.constants(sibling(object, key));
  return names?.length === 1 ? String(names[0]) : null;
}

/** `Object.assign({}, a, b)` and the like: any argument may bring the property. */
function inCall(link: Linking, call: FileValue, question: Question): PropertyLookup {
  const fact = factOf(call);
  if (fact.kind !== 'call' || question.depth >= MAXIMUM_SPREADS) return { kind: 'unknown' };
  const paths = link.apiPaths(sibling(call, fact.callee));
  if (paths.some((path) => path === 'global:Object.assign')) {
    const found = fact.args.map((argument) => lookUp(link, sibling(call, argument), deeper(question)));
    const values = found.flatMap((lookup) => (lookup.kind === 'found' ? lookup.values : []));
    if (values.length > 0) return { kind: 'found', values, partial: false };
    return found.some((lookup) => lookup.kind === 'unknown') ? { kind: 'unknown' } : { kind: 'absent', objects: [call] };
  }
  if (fact.isNew && paths.includes('global:URL')) return { kind: 'absent', objects: [call] };
  if (paths.some((path) => path === 'global:Object.freeze') && fact.args[0] !== undefined) {
    return lookUp(link, sibling(call, fact.args[0]), deeper(question));
  }
  // A model says that the call gives back what it was given: `createRoute({ … })`.
  const given = paths.flatMap((path) => /^argument:(\d+)$/.exec(link.models.normalise(callPath(path)))?.[1] ?? [])[0];
  const passed = given === undefined ? undefined : fact.args[Number(given)];
  if (passed !== undefined) return lookUp(link, sibling(call, passed), deeper(question));
  return { kind: 'unknown' };
}

function combine(alternatives: readonly PropertyLookup[], partial: boolean): PropertyLookup {
  const values = alternatives.flatMap((lookup) => (lookup.kind === 'found' ? lookup.values : []));
  const absent = alternatives.flatMap((lookup) => (lookup.kind === 'absent' ? lookup.objects : []));
  const unknown = alternatives.some((lookup) => lookup.kind === 'unknown');
  if (values.length > 0) {
    const lacking = absent.length > 0 || unknown;
    return { kind: 'found', values, partial: partial || lacking || alternatives.some((lookup) => lookup.kind === 'found' && lookup.partial) };
  }
  return unknown || absent.length === 0 ? { kind: 'unknown' } : { kind: 'absent', objects: absent };
}
