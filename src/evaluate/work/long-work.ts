/**
 * Work that takes long when a request has to wait for it: letters, documents that a browser or a converter makes, several answers of a
 * language model one after the other, and calls of another service for each element of a list.
 */
import type { FunctionRef, Program, ValueRef } from '../../contracts/program.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';
import { functionAround, groupBy, keyOf as keyOfFunction } from '../reach/reach.js';
import { allExternalCalls } from '../services/external-service.js';
import { calleeText } from '../site.js';
import { isRepeated, listAround } from './loops.js';

export type LongWorkKind = 'mail' | 'document' | 'models' | 'list';

export interface LongWork {
  readonly kind: LongWorkKind;
  readonly value: ValueRef;
  readonly label: string;
  readonly confidence: 'high' | 'medium';
  /** The list for each element of which a service is called; null for the other kinds. */
  readonly list: ValueRef | null;
}

const MEMO = new WeakMap<Program, readonly LongWork[]>();

/** Each place once, in the order of the kinds. */
export function longWork(evaluation: Evaluation): readonly LongWork[] {
  const { program } = evaluation;
  let known = MEMO.get(program);
  if (known === undefined) MEMO.set(program, (known = findWork(evaluation)));
  return known;
}

function findWork(evaluation: Evaluation): LongWork[] {
  const { program } = evaluation;
  const found = new Map<string, LongWork>();
  const add = (kind: LongWorkKind, value: ValueRef, confidence: LongWork['confidence'], list: ValueRef | null = null): void => {
    if (!found.has(keyOf(value))) found.set(keyOf(value), { kind, value, label: calleeText(value, program), confidence, list });
  };
  for (const use of program.sitesOf('document.render')) if (use.confidence !== 'low') add('document', use.value, use.confidence);
  for (const value of modelSteps(program)) add('models', value, 'medium');
  const calls = allExternalCalls(evaluation).filter(({ use }) => use.role !== 'llm.call');
  for (const { value } of calls) if (!asksOnly(value, program)) for (const { call, list } of repeatedAt(value, program)) add('list', call, 'medium', list);
  for (const use of program.sitesOf('service.call')) if (use.entry.attributes['sends'] === 'message' && use.confidence !== 'low') add('mail', use.value, use.confidence);
  return [...found.values()];
}

const ASKS = /(?:^|\.)(?:get|list|retrieve|find|search|query|head|read|lookup|load|download)[A-Z]?\w*$/;

/** It reads: what the client is to be told, and no work that others could do later. */
function asksOnly({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return false;
  const name = program.describe({ file, id: fact.callee });
  if (ASKS.test(name)) return true;
  if (!/(?:^|\.)(?:fetch|axios|request|got|ky)$/.test(name)) return false;
  const methods = fact.args.slice(0, 2).map((argument) => program.property({ file, id: argument }, ['method']));
  return methods.every((method) => method.kind === 'absent' || (method.kind === 'found' && method.values.every((value) => program.constants(value)?.every((constant) => String(constant).toUpperCase() === 'GET') === true)));
}

/** Itself, or the calls of its function, with the list for each element of which it is done. */
function repeatedAt(value: ValueRef, program: Program): { call: ValueRef; list: ValueRef }[] {
  const own = listAround(value, program);
  if (own !== null) return [{ call: value, list: own }];
  const around = functionAround(value);
  return (around.id === 0 ? [] : program.callersOf(around).slice(0, 12)).flatMap((call) => {
    const list = listAround(call, program);
    return list === null ? [] : [{ call, list }];
  });
}

/** Calls between a function that asks a model and the one that does so several times. */
const LEVELS = 2;

/** The second question in a function that asks a model one after the other, or one that is asked for each element of a list. */
function modelSteps(program: Program): ValueRef[] {
  const steps = new Map<string, ValueRef>();
  let level = program.sitesOf('llm.generate').filter((use) => use.confidence !== 'low' && !isStreamed(use.value, use.path, program)).map(({ value }) => value);
  for (let depth = 0; depth <= LEVELS && level.length > 0; depth += 1) {
    const fresh = level.filter((value) => !steps.has(keyOf(value)));
    for (const value of fresh) steps.set(keyOf(value), value);
    const functions = new Map(fresh.map((value) => [keyOfFunction(functionAround(value)), functionAround(value)] as const));
    level = [...functions.values()].filter(({ id }) => id !== 0).flatMap((ref: FunctionRef) => program.callersOf(ref).slice(0, 24));
  }
  const byFunction = groupBy([...steps.values()], (value) => keyOfFunction(functionAround(value)));
  return [...byFunction.values()].flatMap((values) => {
    const inOrder = [...values].sort((a, b) => program.fact(a).start - program.fact(b).start);
    const chained = inOrder.find((value, index) => isRepeated(value, program) || inOrder.slice(0, index).some((earlier) => runsBefore(earlier, value, program)));
    return chained === undefined ? [] : [chained];
  });
}

/** The answer comes piece by piece, which the reader sees at once. */
function isStreamed({ file, id }: ValueRef, path: string, program: Program): boolean {
  if (/stream/i.test(path.split(/[#:.]/).at(-1) ?? '')) return true;
  const fact = file.facts.values[id]!;
  return fact.kind === 'call' && fact.args.slice(0, 2).some((argument) => {
    const found = program.property({ file, id: argument }, ['stream']);
    return found.kind === 'found' && !found.values.every((value) => program.constants(value)?.every((constant) => constant === false) === true);
  });
}

/** Has the first always been waited for when the second begins? Not side by side in one `Promise.all`, nor in two branches. */
function runsBefore(first: ValueRef, second: ValueRef, program: Program): boolean {
  const { file } = first;
  const from = program.fact(first);
  const to = program.fact(second);
  if (topOf(first) === topOf(second) || from.end > to.start || !isAwaited(first)) return false;
  const block = file.blockAt(from.start);
  for (let at = file.blockAt(to.start); at >= 0; at = file.facts.blocks[at]!.parent) if (at === block) return file.facts.blocks[block]!.kind !== 'catch';
  return false;
}

function isAwaited({ file, id }: ValueRef): boolean {
  for (let at = file.parentOf(id); at >= 0; at = file.parentOf(at)) if (file.facts.values[at]!.kind === 'await') return true;
  return false;
}

function topOf({ file, id }: ValueRef): number {
  let at = id;
  for (let parent = file.parentOf(at); parent >= 0; parent = file.parentOf(at)) at = parent;
  return at;
}
