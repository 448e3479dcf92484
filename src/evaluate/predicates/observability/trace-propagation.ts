/**
 * `trace.own-service`: an HTTP call goes to another service of one's own. `trace.forwarded`: somewhere an id of the request is handed on:
 * in a header of a call, in what a job is given, or by OpenTelemetry.
 */
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import { groupBy } from '../../reach/reach.js';
import { neighbourOf } from '../../services/neighbours.js';
import type { Predicate } from '../index.js';

export const ownService: Predicate = ({ role }, _operand, evaluation) => {
  const { program } = evaluation;
  if (role === null) return NO;
  const bases = role.created === null ? [] : program.rolesAt(role.created).flatMap((creator) => program.argument(creator, 'base') ?? []);
  const named = [...bases, ...(program.argument(role, 'url') === null ? [] : [program.argument(role, 'url')!])].flatMap((address) => neighbourOf(address, evaluation) ?? []);
  return named[0] === undefined ? NO : yes({ values: { value: named[0] } });
};

const HEADER = /^(?:x-)?(?:request|correlation|trace|transaction|amzn-trace|cloud-trace|b3-trace)-(?:id|context)$|^(?:traceparent|b3)$/i;
const NAME = /^_?(?:x_?)?(?:req|request|correlation|trace|transaction)_?(?:id|context)$|^traceparent$|^_?trace$/i;
/** What answers are called: a header set there goes back, not on. */
const ANSWER = /(?:^|\.)_?(?:res|resp|response|reply|h|c|ctx|context|set|raw)(?:\.|$)/i;

export const traceForwarded: Predicate = (_site, _operand, evaluation) => {
  const { program } = evaluation;
  const found = evaluation.packages('wide').flatMap(({ directory }) => forwardings(program).get(directory) ?? []).find((value) => evaluation.isSource(value));
  return answerOf(found !== undefined, found === undefined ? {} : { reason: 'an id of the request is handed on', related: [{ location: program.location(found), text: 'is handed on here' }] });
};

const MEMO = new WeakMap<Program, ReadonlyMap<string, readonly ValueRef[]>>();

/** By package; each file is read once. */
function forwardings(program: Program): ReadonlyMap<string, readonly ValueRef[]> {
  let known = MEMO.get(program);
  if (known === undefined) {
    const jobs = program.sitesOf('job.add').flatMap((use) => namedInJob(use.value, program));
    const headers = [...program.files.values()].flatMap((file) => headersIn(file, program));
    MEMO.set(program, (known = groupBy([...headers, ...jobs], ({ file }) => file.package.directory)));
  }
  return known;
}

/** `headers: { 'x-request-id': id }`, `config.headers['x-request-id'] = id`, `headers.set('traceparent', …)`, `propagation.inject(…)`. */
function headersIn(file: LinkedFile, program: Program): ValueRef[] {
  const written = file.facts.memberWrites.filter(({ name, object }) => name !== null && HEADER.test(name) && !ANSWER.test(program.describe({ file, id: object }))).map(({ object }) => ({ file, id: object }));
  const built = [...file.valuesOfKind('object'), ...file.valuesOfKind('call')].flatMap((id): ValueRef[] => {
    const fact = file.facts.values[id]!;
    if (fact.kind === 'object') return fact.properties.some(({ name }) => name !== null && HEADER.test(name)) && !isAnswered(file, id, program) ? [{ file, id }] : [];
    if (fact.kind !== 'call') return [];
    const callee = file.facts.values[fact.callee];
    if (callee?.kind !== 'member') return [];
    const on = program.describe({ file, id: callee.object });
    if (callee.name === 'inject' && /propagat|tracer|opentelemetry/i.test(on)) return [{ file, id }];
    const name = file.facts.values[fact.args[0] ?? -1];
    const sets = /^(?:set|append|setHeader|header)$/.test(callee.name ?? '') && fact.args.length > 1;
    return sets && name?.kind === 'literal' && typeof name.value === 'string' && HEADER.test(name.value) && !ANSWER.test(on) ? [{ file, id }] : [];
  });
  return [...written, ...built];
}

/** `res.set({ 'x-request-id': id })`. */
function isAnswered(file: LinkedFile, id: number, program: Program): boolean {
  const parent = file.facts.values[file.parentOf(id)];
  return parent?.kind === 'call' && ANSWER.test(program.describe({ file, id: parent.callee }));
}

const DEPTH = 4;

/** Something in what the job is given is named so. */
function namedInJob({ file, id }: ValueRef, program: Program): ValueRef[] {
  const names = (each: number, depth: number): boolean => {
    const fact = file.facts.values[each];
    if (fact === undefined || depth > DEPTH) return false;
    if (fact.kind === 'object') return fact.properties.some(({ name, value }) => (name !== null && NAME.test(name)) || names(value, depth + 1));
    if (fact.kind === 'spread' || fact.kind === 'cast') return names(fact.operand, depth + 1);
    return (fact.kind === 'reference' || fact.kind === 'member') && NAME.test(fact.name ?? '');
  };
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return [];
  const given = fact.args.flatMap((argument) => [{ file, id: argument }, ...program.sourcesOf({ file, id: argument })]);
  return given.some((each) => each.file === file && names(each.id, 0)) ? [{ file, id }] : [];
}
