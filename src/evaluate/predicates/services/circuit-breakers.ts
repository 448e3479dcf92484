/**
 * `breaker.home-made`: a circuit breaker of the program's own stands around the site: it runs inside a function that is handed to one,
 * or in a class or function that is one by its name, or whose conditions ask the state of one.
 */
import type { FunctionId } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { NO, yes } from '../../answer.js';
import type { Answer } from '../../answer.js';
import { keyOf, usesIn } from '../../file-uses.js';
import type { Predicate } from '../index.js';

/** `circuitBreaker`, `breakerFor`, `withCircuit`, `isCircuitOpen`; not a line breaker or `circuits` of a track. */
const BREAKER = /circuit[_-]?(?:breaker|open|closed|state|half)|(?:with|check|run|is|open|trip|in)_?circuit|(?:^|[^a-z])breaker|[a-z]Breaker/;
/** A file that holds one and nothing else. */
const BREAKER_FILE = /(?:^|[/._-])(?:circuit-?_?)?breakers?\.[cm]?[jt]s$/i;
const MAXIMUM_STEPS = 60;
const MAXIMUM_CALLERS = 12;

export const homeMadeBreaker: Predicate = ({ value }, _operand, { program }) => (value === null ? NO : search(value, program, new Set(), 0));

/** Outwards through expressions and callers; all callers must stand behind one. */
function search(value: ValueRef, program: Program, seen: Set<string>, depth: number): Answer {
  if (seen.size > MAXIMUM_STEPS || seen.has(keyOf(value)) || depth > 5) return NO;
  seen.add(keyOf(value));
  const { file } = value;
  for (let at = value.id; at >= 0; at = file.parentOf(at)) {
    const fact = file.facts.values[at]!;
    if (at !== value.id && fact.kind === 'call' && BREAKER.test(nameOfCallee({ file, id: fact.callee }, program))) return found({ file, id: at }, program);
  }
  const around = file.functionAt(file.facts.values[value.id]!.start);
  if (around === 0) return NO;
  const declaration = file.facts.functions[around]!;
  const asked = program.guardsOf(value).find(({ condition }) => BREAKER.test(textIn(condition, program)));
  if (asked !== undefined) return found(asked.condition, program);
  if (BREAKER.test(declaration.name) || (declaration.class >= 0 && BREAKER.test(file.facts.classes[declaration.class]!.name))) return found(value, program);
  return throughFunction(file, around, program, seen, depth);
}

function throughFunction(file: LinkedFile, id: FunctionId, program: Program, seen: Set<string>, depth: number): Answer {
  const literal = usesIn(file).valueOfFunction(id);
  const parent = literal < 0 ? -1 : file.parentOf(literal);
  if (parent >= 0) return search({ file, id: literal }, program, seen, depth + 1);
  const callers = program.callersOf({ file, id }).slice(0, MAXIMUM_CALLERS);
  if (callers.length === 0) return NO;
  const answers = callers.map((call) => search(call, program, seen, depth + 1));
  return answers.find(({ truth }) => truth === 'no') ?? answers[0]!;
}

/** What is called, and whose it is: `breaker.run`, `this.circuitBreakers.get(name).fire`, `guarded` of `breaker.js`. */
function nameOfCallee(callee: ValueRef, program: Program): string {
  const classes = program.callees({ file: callee.file, id: callee.file.parentOf(callee.id) }).map(({ file, id }) => {
    const fact = file.facts.functions[id]!;
    const name = fact.class < 0 ? fact.name : `${file.facts.classes[fact.class]!.name}.${fact.name}`;
    return BREAKER_FILE.test(file.facts.path) ? `circuit-breaker ${name}` : name;
  });
  return [program.describe(callee), ...classes].join(' ');
}

function textIn(condition: ValueRef, program: Program): string {
  const fact = program.fact(condition);
  const inner = (id: number) => textIn({ file: condition.file, id }, program);
  if (fact.kind === 'unary') return inner(fact.operand);
  if (fact.kind === 'binary' || fact.kind === 'logical') return `${inner(fact.left)} ${inner(fact.right)}`;
  if (fact.kind === 'call') return inner(fact.callee);
  return program.describe(condition);
}

function found(value: ValueRef, program: Program): Answer {
  return yes({ reason: 'a circuit breaker of its own stands around it', related: [{ location: program.location(value), text: 'the circuit breaker' }], confidence: 'medium' });
}
