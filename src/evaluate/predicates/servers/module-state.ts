/** `state.*`: what is kept in a collection that outlives the request. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { alternativesOf } from '../../alternatives.js';
import { NO, YES, yes } from '../../answer.js';
import type { Evaluation } from '../../evaluation.js';
import type { Site } from '../../site.js';
import { entriesOf, keptIn } from '../../sites/module-state.js';
import type { Predicate } from '../index.js';

/** Steps through variables and choices. */
const DEPTH = 4;
/** Steps of a flow, as for other flows that a reader would still swear to. */
const LONG_WAY = 9;
/** Classes of the language whose instances are data. */
const DATA: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array', 'Object', 'Date', 'URL', 'URLSearchParams', 'Error', 'String', 'Number', 'Boolean', 'RegExp', 'Uint8Array']);

/** `state.lives-here`: what is kept cannot leave the process: functions, promises, timers, connections and other instances of a library. */
export const livesHere: Predicate = (site, _operand, evaluation) => (keptAt(site, evaluation).some((value) => isLive(value, evaluation.program)) ? YES : NO);

/** `state.of-requests`: what a client sent is kept, or something that is made up for it: a count, a time, a word. What is looked up for it is a cache. */
export const ofRequests: Predicate = (site, _operand, { program }) => {
  const { value: collection } = site;
  const kept = collection === null ? [] : keptIn(collection, program);
  const keys = collection === null ? [] : entriesOf(collection, program).flatMap(({ key, value }) => (isMadeUp(value, program) ? [key] : []));
  for (const value of [...kept, ...keys]) {
    const origin = program.trace(value, { sink: 'origin' }).origins.find(({ kind, steps, confidence }) => kind === 'request' && steps.length <= LONG_WAY && confidence !== 'low');
    if (origin !== undefined) return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: origin.confidence });
  }
  return NO;
};

const CLOCKS_AND_DICE = /^(?:Date\.now|performance\.now|Math\.random|Math\.floor|(?:crypto\.)?(?:randomUUID|randomInt|randomBytes)|(?:nanoid|uuid(?:v4)?|v4|String|Number|toString|toISOString))$/;

/** A literal, a sum, the time, a number that is drawn, and records of such. */
function isMadeUp(ref: ValueRef, program: Program, depth = 0): boolean {
  const fact = program.fact(ref);
  const every = (ids: readonly number[]) => ids.every((id) => isMadeUp({ file: ref.file, id }, program, depth + 1));
  if (depth > DEPTH) return false;
  switch (fact.kind) {
    case 'literal':
    case 'binary':
    case 'concat':
    case 'template':
      return true;
    case 'array':
      return every(fact.elements);
    case 'object':
      return every(fact.properties.map(({ value }) => value));
    case 'call':
      return (fact.isNew && fact.args.length === 0) || CLOCKS_AND_DICE.test(program.describe({ file: ref.file, id: fact.callee }).split('(')[0]!);
    default:
      return false;
  }
}

function keptAt(site: Site, { program }: Evaluation): ValueRef[] {
  return site.value === null ? [] : keptIn(site.value, program).flatMap((value) => valuesOf(value, program));
}

/** The value through variables and choices; an `await` is left as it is, because what it waits for is no longer a promise. */
function valuesOf(ref: ValueRef, program: Program, depth = 0): ValueRef[] {
  const fact = program.fact(ref);
  const onwards = (ids: readonly number[]): ValueRef[] => ids.flatMap((id) => valuesOf({ file: ref.file, id }, program, depth + 1));
  if (depth > DEPTH || fact.kind === 'await') return [ref];
  const binding = fact.kind === 'reference' && fact.binding >= 0 ? ref.file.facts.bindings[fact.binding]! : null;
  if (binding !== null && binding.kind !== 'parameter' && binding.writes.length > 0) return onwards(binding.writes.map(({ value }) => value));
  const alternatives = alternativesOf(fact);
  return alternatives === null ? [ref] : onwards(alternatives);
}

function isLive(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  if (fact.kind === 'object') return fact.properties.some((property) => property.kind === 'method' || valuesOf({ file: ref.file, id: property.value }, program).some((value) => isHandedOver(value, program)));
  if (fact.kind === 'call' && (fact.isNew || isKeptOnce(ref, program))) return isLiveInstance({ file: ref.file, id: fact.callee }, program);
  return isHandedOver(ref, program) || (fact.kind === 'call' && isPromise(ref, program));
}

/** `if (!instances.has(url)) instances.set(url, make(url))`: what a library makes is kept, once for each key. */
function isKeptOnce(ref: ValueRef, program: Program): boolean {
  return program.guardsOf(ref).some(({ condition, holds }) => {
    const fact = program.fact(condition);
    const asked = fact.kind === 'unary' && fact.operator === '!' ? program.fact({ file: condition.file, id: fact.operand }) : fact;
    const callee = asked.kind === 'call' ? program.fact({ file: condition.file, id: asked.callee }) : null;
    return callee?.kind === 'member' && callee.name === 'has' && holds === (fact.kind === 'unary');
  });
}

/** Functions, timers, and instances that a framework or caller hands over: a response, a socket. */
function isHandedOver(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  if (fact.kind === 'function' || fact.kind === 'class') return true;
  if (fact.kind === 'call') return program.rolesAt(ref).some(({ role }) => role === 'timer.start');
  return (fact.kind === 'reference' || fact.kind === 'parameter') && program.resolve(ref).some((entity) => entity.kind === 'function' || (entity.kind === 'api' && entity.path.endsWith('#')));
}

/** What has to be given up, holds something that is open. */
const GIVEN_UP = /^(?:dispose|close|destroy|terminate|disconnect|shutdown)$/;

/** Of classes of the program nothing else is said: many are records. */
function isLiveInstance(callee: ValueRef, program: Program): boolean {
  const fact = program.fact(callee);
  if (fact.kind === 'reference' && fact.binding < 0) return !DATA.has(fact.name);
  const classes = program.resolve(callee).flatMap((entity) => (entity.kind === 'class' ? [program.classFact(entity.ref)] : []));
  if (classes.some(({ members }) => members.some(({ name }) => GIVEN_UP.test(name ?? '')))) return true;
  return program.apiPaths(callee).length > 0;
}

/** `load().finally(…)`, and a call of an asynchronous function of the program, as nobody waits for it. */
function isPromise(ref: ValueRef, program: Program): boolean {
  const fact = program.fact(ref);
  const callee = fact.kind === 'call' ? program.fact({ file: ref.file, id: fact.callee }) : null;
  if (callee?.kind === 'member' && /^(?:then|catch|finally)$/.test(callee.name ?? '')) return true;
  return program.callees(ref).some((called) => program.functionFact(called).isAsync);
}
