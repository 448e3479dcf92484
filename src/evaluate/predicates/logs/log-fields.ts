/** `log.fields`: whether the lines that requests write say more than a text: fields, or a logger that is bound to what it works on. */
import type { LinkedFile, Program } from '../../../contracts/program.js';
import { isBehindRoutes } from '../../reach/behind-routes.js';
import { answerOf, NO, yes } from '../../answer.js';
import { entryPoints } from '../../entry-points.js';
import type { Evaluation } from '../../evaluation.js';
import { splitWords } from '../../names/name-words.js';
import { functionAround } from '../../reach/reach.js';
import type { Site } from '../../site.js';
import { writtenName } from '../../../contracts/written-name.js';
import { loggersCalls } from './structured-logs.js';
import type { Predicate } from '../index.js';

interface Lines {
  /** Calls that give the logger nothing but texts and errors. */
  bare: Site[];
  /** Calls that hand it fields, or something that may have some. */
  told: Site[];
  /** Calls of a logger that was made for the request, or handed in. */
  bound: Site[];
}

/** Fewer calls tell nothing of a habit. */
const FEW = 10;
/** A smaller share of lines with fields is a field that was tried once. */
const RARE = 0.2;
/** Places that a finding lists. */
const LISTED = 20;
/** How deep below a handler, and how deep into what a call is made of. */
const DEPTH = 4;

/** @param operand `some`: the package has routes of its own, and enough calls to tell; `rare`: hardly one has fields; `bound`: some logger is bound to a request. */
export const logFields: Predicate = (_site, operand, evaluation) => {
  const { bare, told, bound } = linesOf(evaluation);
  const total = bare.length + told.length + bound.length;
  if (operand === 'some') return answerOf(total >= FEW && entryPoints(evaluation.program).some((route) => evaluation.holds(route.value, 'own')));
  if (operand === 'bound') return answerOf(bound.length > 0);
  if (operand !== 'rare') throw new Error('log.fields takes some, rare or bound');
  const values = { value: `${total - bare.length} of ${total}` };
  if (total < FEW || bare.length / total <= 1 - RARE) return NO;
  const related = bare.slice(0, LISTED).map(({ value }) => ({ location: evaluation.program.location(value!), text: evaluation.program.describe(value!) }));
  return yes({ values, related });
};

const memo = new WeakMap<Evaluation, Lines>();

function linesOf(evaluation: Evaluation): Lines {
  let lines = memo.get(evaluation);
  if (lines === undefined) {
    lines = { bare: [], told: [], bound: [] };
    for (const site of loggersCalls(evaluation)) if (isBehindRoutes(evaluation.program, functionAround(site.value!), DEPTH)) lines[kindOf(site, evaluation)].push(site);
    memo.set(evaluation, lines);
  }
  return lines;
}

function kindOf(site: Site, { program }: Evaluation): keyof Lines {
  const { file, id } = site.value!;
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return 'told';
  const callee = file.facts.values[fact.callee]!;
  if (callee.kind === 'member' && isBound(file, callee.object, program, 0)) return 'bound';
  if (fact.args.some((argument) => hasFields(file, argument, 0))) return 'told';
  // A function of the program around the logger may add fields of its own.
  return program.callees(site.value!).some((ref) => isAdding(ref.file, ref.id)) ? 'told' : 'bare';
}

/** What requests are called that have a logger of their own, and where handlers keep it. */
const REQUEST = /^_*(?:req|request|ctx|context|c|reply|res|response|state|locals|var|scope)$/i;
/** What gives a logger of its own: for a child, a request, or what is kept for one. */
const GIVES = /child|^with|bind|context|get|current|store|for|use/i;

/** Is the logger that of a request, a child, or one that the function was given or made? */
function isBound(file: LinkedFile, id: number, program: Program, depth: number): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > DEPTH) return false;
  if (fact.kind === 'cast' || fact.kind === 'await') return isBound(file, fact.operand, program, depth + 1);
  if (fact.kind === 'call') return file.functionAt(fact.start) !== 0 && GIVES.test(nameOf(file, fact.callee));
  if (fact.kind === 'logical') return isBound(file, fact.left, program, depth + 1) || isBound(file, fact.right, program, depth + 1);
  if (fact.kind === 'member') return REQUEST.test(nameOf(file, fact.object));
  const binding = fact.kind === 'reference' && fact.binding >= 0 ? file.facts.bindings[fact.binding] : undefined;
  // What a plugin or a factory makes or is given lives as long as the program.
  if (binding === undefined || binding.kind === 'import' || !isBehindRoutes(program, { file, id: binding.function }, DEPTH)) return false;
  return binding.kind === 'parameter' || binding.writes.some((write) => ['call', 'member', 'element', 'logical', 'parameter'].includes(file.facts.values[write.value]?.kind ?? ''));
}

function nameOf(file: LinkedFile, id: number): string {
  const fact = file.facts.values[id];
  return writtenName(fact) ?? '';
}

const ERROR = /^(?:e|er|err|ex|error|errors|exc|exception|reason|cause|stack|message|msg|failure)$/;
/** The last word of what is called so is a text or a number: it is put into the line, or left out of it. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'ids', 'uuid', 'name', 'message', 'msg', 'text', 'url', 'uri', 'path', 'email', 'key', 'type', 'status', 'code', 'title', 'count', 'length', 'size', 'total', 'number', 'host', 'port', 'method', 'file', 'filename', 'token', 'label', 'level', 'date', 'time', 'ms', 'duration', 'stack']);
/** Calls that make a text. */
const TEXT = /^(?:stringify|inspect|format|String|Number|join|toString|toJSON|toISOString|toFixed|trim|slice|substring|replace|toUpperCase|toLowerCase|concat)$/;

/** Is it an object with more than an error, or may it be one? */
function hasFields(file: LinkedFile, id: number, depth: number): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined) return false;
  if (depth > DEPTH) return true;
  const on = (inner: number) => hasFields(file, inner, depth + 1);
  switch (fact.kind) {
    case 'object':
      return fact.properties.some((property) => (property.kind === 'spread' ? on(property.value) : !isError(property.name ?? '')));
    case 'cast':
    case 'await':
    case 'spread':
      return on(fact.operand);
    case 'logical':
      return on(fact.left) || on(fact.right);
    case 'conditional':
      return on(fact.whenTrue) || on(fact.whenFalse);
    case 'call':
      return fact.isNew ? !isError(nameOf(file, fact.callee)) : !TEXT.test(nameOf(file, fact.callee));
    case 'member':
      return !isPlain(fact.name ?? '');
    case 'reference':
      return isObjectVariable(file, fact.name, fact.binding, depth);
    default:
      return false;
  }
}

function isObjectVariable(file: LinkedFile, name: string, id: number, depth: number): boolean {
  const binding = id < 0 ? undefined : file.facts.bindings[id];
  if (isPlain(name) || name === 'undefined' || binding?.kind === 'catch' || /^(?:string|number|boolean|Error)$/.test(binding?.type?.name ?? '')) return false;
  const written = binding === undefined || binding.kind === 'parameter' ? [] : binding.writes;
  return written.length === 0 || written.some((write) => hasFields(file, write.value, depth + 1));
}

function isError(name: string): boolean {
  return ERROR.test(name) || splitWords(name).some((word) => word === 'error' || word === 'exception' || word === 'err');
}

function isPlain(name: string): boolean {
  return isError(name) || PLAIN.has(splitWords(name).at(-1) ?? '');
}

/** Does the function make an object, or ask for what is kept for the request? */
function isAdding(file: LinkedFile, id: number): boolean {
  const { start, end } = file.facts.functions[id]!;
  return file.valuesWithin(start, end).some((inner) => {
    const fact = file.facts.values[inner]!;
    return (fact.kind === 'object' && fact.properties.length > 0) || (fact.kind === 'call' && /getStore|context|child/i.test(nameOf(file, fact.callee)));
  });
}
