/** Whether a condition says which error it is, so that its text may be known to be harmless. */
import type { BindingId, ValueFact } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { guardOfStage, impliesNotProduction, readsStage } from '../../stages.js';
import { usesIn } from '../../file-uses.js';
import { answerOf, NO } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** Conditions on such names are switches of the operator: `config.exposeErrors`, `isDev`, `DEBUG`. */
const SWITCH_WORDS: ReadonlySet<string> = new Set(['dev', 'development', 'debug', 'verbose', 'expose', 'local', 'test', 'testing', 'stack', 'prod', 'production']);
const MAX_DEPTH = 6;

/** `development-only`, `with:` words: the site runs only outside production, or under a condition whose name has one of the words; conditions around a function that is written there count, too. */
export const developmentOnly: Predicate = (site, operand, { program }) => {
  if (!Array.isArray(operand)) throw new Error('development-only takes a list of words');
  const words = new Set(operand.map(String));
  for (let at = site.value; at !== null; at = functionAround(at.file, at)) if (runsUnder(at, words, program)) return answerOf(true);
  return NO;
};

function runsUnder(value: ValueRef, words: ReadonlySet<string>, program: Program): boolean {
  const named = program.guardsOf(value).some((guard) => guard.holds && isSwitch(value.file, guard.condition.id, program, 0, words));
  return named || guardOfStage(value, 'not-production', program) !== null;
}

const OF_DEVELOPERS: ReadonlySet<string> = new Set(['dev', 'development', 'local']);

/** Is the value made only outside production, or where a condition says that this is a developer's machine? */
export function isForDevelopers(value: ValueRef, program: Program): boolean {
  return guardOfStage(value, 'production', program) === null && runsUnder(value, OF_DEVELOPERS, program);
}

/** Does the value show only outside production, or where an operator switched it on? Conditions around the handler as a whole count, too. */
export function isSwitched(value: ValueRef, program: Program): boolean {
  const { file } = value;
  for (let at: ValueRef | null = value; at !== null; at = functionAround(file, at)) {
    if (guardOfStage(at, 'not-production', program) !== null) return true;
    if (program.guardsOf(at).some((guard) => guard.cases.length === 0 && hidesSomeInProduction(guard.condition, guard.holds, program))) return true;
    if (program.guardsOf(at).some((guard) => isSwitch(file, guard.condition.id, program, 0, SWITCH_WORDS))) return true;
  }
  return false;
}

/** The other side of `status >= 500 && stage === 'production'`: what production shows is told from what it hides by the other question. */
function hidesSomeInProduction(condition: ValueRef, holds: boolean, program: Program): boolean {
  const fact = program.fact(condition);
  if (fact.kind !== 'logical' || fact.operator !== (holds ? '||' : '&&')) return false;
  return [fact.left, fact.right].some((id) => impliesNotProduction({ file: condition.file, id }, program, holds));
}

/** Properties that are deleted from what a variable holds before it is used, always or where a switch of the operator says so: `if (!isDev) delete body.stack`. */
export function propertiesTakenOut({ file, id }: ValueRef, program: Program): ReadonlySet<string> {
  const { values, bindings } = file.facts;
  const use = values[id]!;
  const names = use.kind === 'reference' ? (bindings[use.binding]?.uses ?? []) : [];
  return new Set(
    names.flatMap((name) => {
      const member = file.parentOf(name);
      const read = values[member];
      const deletion = read?.kind === 'member' && read.object === name && read.name !== null ? file.parentOf(member) : -1;
      const fact = values[deletion];
      if (fact?.kind !== 'unary' || fact.operator !== 'delete' || fact.start > use.start || read?.kind !== 'member') return [];
      return isDoneInProduction({ file, id: deletion }, program) ? [read.name!] : [];
    }),
  );
}

/** Does nothing but the stage or a switch of the operator decide whether it is done, and does production not leave it out? */
function isDoneInProduction(value: ValueRef, program: Program): boolean {
  if (guardOfStage(value, 'not-production', program) !== null) return false;
  return program.guardsOf(value).every(({ condition }) => isSwitch(value.file, condition.id, program, 0, SWITCH_WORDS) || comparesStage(condition, program));
}

function comparesStage({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id];
  return fact?.kind === 'binary' && [fact.left, fact.right].some((side) => readsStage({ file, id: side }, program));
}

function functionAround(file: LinkedFile, { id }: ValueRef): ValueRef | null {
  const around = file.functionAt(file.facts.values[id]!.start);
  const value = around > 0 ? usesIn(file).valueOfFunction(around) : -1;
  return value < 0 || value === id ? null : { file, id: value };
}

function isSwitch(file: LinkedFile, id: number, program: Program, depth: number, words: ReadonlySet<string>): boolean {
  const fact = file.facts.values[id];
  if (fact === undefined || depth > MAX_DEPTH) return false;
  if (program.rolesAt({ file, id }).some((site) => site.role === 'env.stage')) return true;
  const on = (inner: number) => isSwitch(file, inner, program, depth + 1, words);
  switch (fact.kind) {
    case 'reference':
      if (splitWords(fact.name).some((word) => words.has(word))) return true;
      return (file.facts.bindings[fact.binding]?.writes ?? []).slice(0, 2).some((write) => on(write.value));
    case 'member':
      // `error.stack.includes('…')` asks about the error.
      return fact.name !== 'stack' && (splitWords(fact.name ?? '').some((word) => words.has(word)) || on(fact.object));
    case 'unary':
    case 'await':
    case 'cast':
      return on(fact.operand);
    case 'binary':
    case 'logical':
      return on(fact.left) || on(fact.right);
    case 'call':
      return on(fact.callee);
    default:
      return false;
  }
}

/** `next ? next(error) : res.json(error)`: reached only where there is no next handler, which a framework always passes. */
export function isForCallersWithoutNext(value: ValueRef, program: Program): boolean {
  return program.guardsOf(value).some((guard) => {
    const fact = guard.cases.length > 0 || guard.holds ? undefined : guard.condition.file.facts.values[guard.condition.id];
    const binding = fact?.kind === 'reference' && fact.name === 'next' ? guard.condition.file.facts.bindings[fact.binding] : undefined;
    return binding?.kind === 'parameter';
  });
}

/** `upload(req, res, (error) => …)`: told by what reads an upload, an error says what was wrong with that, nearly always in a fixed text of the library. */
export function isOfUpload({ file }: ValueRef, error: BindingId, program: Program): boolean {
  const written = file.facts.bindings[error]?.writes[0]?.value ?? -1;
  const parameter = written < 0 ? undefined : file.facts.values[written];
  const callback = parameter?.kind === 'parameter' ? usesIn(file).valueOfFunction(parameter.function) : -1;
  const call = callback < 0 ? undefined : file.facts.calls.find((id) => argumentsOf(file, id).includes(callback));
  return call !== undefined && program.rolesAt({ file, id: call }).some((site) => site.role === 'upload.receive');
}

function argumentsOf(file: LinkedFile, call: number): readonly number[] {
  const fact = file.facts.values[call];
  return fact?.kind === 'call' ? fact.args : [];
}

/** Is the value reached only where a condition tells one kind of error from others? `if (err)` and `err instanceof Error` tell nothing. */
export function isNarrowed(value: ValueRef, error: BindingId, program: Program): boolean {
  const tells = new Telling(value.file, error, program);
  return program.guardsOf(value).some((guard) => {
    if (guard.condition.file !== value.file) return false;
    if (guard.cases.length > 0) return tells.mentions(guard.condition.id, 0) || guard.cases.some((each) => tells.condition(each.id, true, 0));
    return tells.condition(guard.condition.id, guard.holds, 0);
  });
}

/** Members that every error has. */
const OF_ALL = new Set(['message', 'stack', 'name', 'toString', 'constructor']);

class Telling {
  constructor(
    private readonly file: LinkedFile,
    private readonly error: BindingId,
    private readonly program: Program,
  ) {}

  /** Does the condition, having this truth, tell a kind of error? */
  condition(id: number, holds: boolean, depth: number): boolean {
    const fact = this.file.facts.values[id];
    if (fact === undefined || depth > MAX_DEPTH) return false;
    const on = (inner: number, truth = holds) => this.condition(inner, truth, depth + 1);
    switch (fact.kind) {
      case 'unary':
        return fact.operator === '!' && on(fact.operand, !holds);
      case 'await':
      case 'cast':
        return on(fact.operand);
      case 'logical':
        return (fact.operator === '&&') === holds ? on(fact.left) || on(fact.right) : on(fact.left) && on(fact.right);
      case 'binary':
        return this.comparison(fact, holds);
      case 'call':
        return holds && (fact.args.some((argument) => this.mentions(argument, 0)) || this.mentions(fact.callee, 0));
      case 'member':
        return holds && fact.name !== null && !OF_ALL.has(fact.name) && this.mentions(fact.object, 0);
      case 'reference':
        return fact.binding !== this.error && this.definitions(fact).some((write) => on(write));
      default:
        return false;
    }
  }

  private comparison(fact: Extract<ValueFact, { kind: 'binary' }>, holds: boolean): boolean {
    const { operator, left, right } = fact;
    const other = this.file.facts.values[right];
    if (operator === 'instanceof') return holds && this.mentions(left, 0) && !(other?.kind === 'reference' && other.name === 'Error');
    if (operator === 'in') return holds && this.mentions(right, 0);
    if (!this.mentions(left, 0) && !this.mentions(right, 0)) return false;
    const compared = this.program.constants({ file: this.file, id: right });
    if (this.isTypeof(left) && this.isError(left)) return compared?.[0] === 'string' && (operator.startsWith('=') ? holds : !holds);
    const isEqual = /^===?$/.test(operator) ? holds : /^!==?$/.test(operator) ? !holds : null;
    // Anything but 500 is a status that somebody chose: `status === 500 ? 'internal' : error.message`.
    if (isEqual !== null) return compared?.[0] === 500 ? !isEqual : isEqual && !isNothing(compared) && !this.isTypeof(left);
    // `status < 500` tells, `status >= 500` does not.
    const isBelow = operator.startsWith('<') === holds;
    return /^[<>]=?$/.test(operator) && isBelow;
  }

  /** `typeof error`: a text was thrown by the program itself, for libraries throw errors. */
  private isError(id: number): boolean {
    const fact = this.file.facts.values[id];
    const operand = fact?.kind === 'unary' ? this.file.facts.values[fact.operand] : undefined;
    return operand?.kind === 'reference' && operand.binding === this.error;
  }

  private isTypeof(id: number): boolean {
    const fact = this.file.facts.values[id];
    return fact?.kind === 'unary' && fact.operator === 'typeof';
  }

  /** Is the error, or something made of it, part of the expression? */
  mentions(id: number, depth: number): boolean {
    const fact = this.file.facts.values[id];
    if (fact === undefined || depth > MAX_DEPTH) return false;
    const on = (inner: number) => this.mentions(inner, depth + 1);
    switch (fact.kind) {
      case 'reference':
        return fact.binding >= 0 && (fact.binding === this.error || this.definitions(fact).some(on));
      case 'member':
        return on(fact.object);
      case 'unary':
      case 'await':
      case 'cast':
        return on(fact.operand);
      case 'binary':
      case 'logical':
        return on(fact.left) || on(fact.right);
      case 'conditional':
        return on(fact.test) || on(fact.whenTrue) || on(fact.whenFalse);
      case 'call':
        return on(fact.callee) || fact.args.some(on);
      default:
        return false;
    }
  }

  private definitions(fact: Extract<ValueFact, { kind: 'reference' }>): number[] {
    const binding = this.file.facts.bindings[fact.binding];
    return binding === undefined || binding.writes.length > 3 ? [] : binding.writes.map((write) => write.value);
  }
}

function isNothing(constants: readonly unknown[] | null): boolean {
  return constants !== null && constants.every((each) => each === null || each === undefined || each === '');
}
