/** `error.*`: whether a response tells its client what an error says about the inside of the program. */
import type { BindingFact, BindingId, ValueFact, WriteFact } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { alternativesOf } from '../../alternatives.js';
import { answerOf, NO, yes } from '../../answer.js';
import { keyOf } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';
import { isForCallersWithoutNext, isNarrowed, isOfUpload, isSwitched, propertiesTakenOut } from './error-guards.js';
import { errorsAt } from './error-values.js';
import type { Predicate } from '../index.js';
import { statusesOf } from '../injection/response-facts.js';

type Detail = 'stack' | 'whole' | 'message';
const DETAILS: readonly Detail[] = ['stack', 'whole', 'message'];

/** `error.at-hand`: an error is being handled where the site stands. */
export const errorAtHand: Predicate = (site, _operand, { program }) => answerOf(site.value !== null && errorsAt(site.value, program).length > 0);

/** `error.told` with `stack`, `whole` or `message`: the response holds that of an error of which nothing is known. */
export const errorTold: Predicate = (site, operand, { program }) => {
  const wanted = DETAILS.find((each) => each === operand);
  if (wanted === undefined) throw new Error(`error.told takes one of ${DETAILS.join(', ')}`);
  if (site.role === null || site.value === null) return NO;
  const errors = errorsAt(site.value, program).filter((binding) => binding >= 0);
  if (errors.length === 0) return NO;
  const finder = new Finder(program, errors);
  // Some frameworks make a message of an error that they are given.
  const isText = site.role.entry.attributes['errors'] === 'message';
  for (const value of program.argumentList(site.role, 'content')) finder.look(value, isText, 0);
  const isKnown = (at: ValueRef, { at: shown, error }: Found) => !isStack(shown, program) && isNarrowed(at, error, program);
  const found = finder.found.find((each) => each.detail === wanted && !isSwitched(each.at, program) && !isKnown(each.at, each));
  if (found === undefined || isKnown(site.value, found) || isSwitched(site.value, program)) return NO;
  const values = { value: program.describe(found.at) };
  const isLow = isForCallersWithoutNext(site.value, program) || (found.detail === 'message' && isOfUpload(site.value, found.error, program));
  return isLow ? yes({ values, confidence: 'low' }) : yes({ values });
};

/** The stack of an error of a known kind says as much of the program as that of any other. */
function isStack(at: ValueRef, program: Program): boolean {
  const fact = program.fact(at);
  return fact.kind === 'member' && fact.name === 'stack';
}

/** `error.refused`: the response says with its status (400 to 499) that the client made a mistake. */
export const errorRefused: Predicate = (site, _operand, { program }) => {
  const statuses = site.role === null ? null : statusesOf(site.role, program);
  return answerOf(statuses !== null && statuses.length > 0 && statuses.every((status) => status >= 400 && status < 500));
};

const MAX_DEPTH = 8;
/** Functions that show all of what they are given. */
const SHOWS_ALL = /^(?:inspect|serializeError|errorToJson|errorToJSON|errorToObject)$/;
const SHOWS_WHOLE = /^(?:stringify|assign|getOwnPropertyNames|structuredClone|send|format)$/;
/** Members that drivers put on their errors. */
const INSIDE = new Set(['stack', 'sql', 'sqlMessage', 'originalError', 'parent', 'cause']);

const NO_NAMES: ReadonlySet<string> = new Set();

interface Found {
  detail: Detail;
  at: ValueRef;
  error: BindingId;
}

class Finder {
  readonly found: Found[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly program: Program,
    private errors: readonly BindingId[],
  ) {}

  look(ref: ValueRef, inText: boolean, depth: number): void {
    const place = `${keyOf(ref)} ${inText}`;
    if (depth > MAX_DEPTH || this.seen.has(place)) return;
    this.seen.add(place);
    const fact = this.program.fact(ref);
    const on = (id: number, joined = inText) => this.look({ file: ref.file, id }, joined, depth + 1);
    switch (fact.kind) {
      case 'reference':
        return this.lookAtName(ref, fact, inText, depth);
      case 'member':
        return this.lookAtMember(ref, fact, depth);
      case 'template':
      case 'concat':
        return fact.parts.forEach((part) => on(part, true));
      case 'object':
        return this.lookAtProperties(ref, fact, NO_NAMES, depth);
      case 'array':
        return fact.elements.forEach((element) => on(element));
      case 'call':
        return this.lookAtCall(ref, fact, inText, depth);
      default:
        return alternativesOf(fact)?.forEach((each) => on(each));
    }
  }

  private lookAtName(ref: ValueRef, fact: Extract<ValueFact, { kind: 'reference' }>, inText: boolean, depth: number): void {
    const binding = fact.binding < 0 ? undefined : ref.file.facts.bindings[fact.binding];
    if (this.errors.includes(fact.binding)) {
      const replaced = binding === undefined ? null : this.replacing(ref, binding.writes);
      return replaced === null ? this.add(inText ? 'message' : 'whole', ref, fact.binding) : this.look(replaced, inText, depth + 1);
    }
    if (binding === undefined || binding.kind === 'parameter' || binding.writes.length > 3) return;
    // `error.status ? message : 'Internal Server Error'`: shown of one kind of error only.
    if (this.errors.some((error) => error >= 0 && isNarrowed(ref, error, this.program))) return;
    const writes = this.lastWrites(ref, binding.writes.filter((write) => write.at <= fact.start));
    // A text that is replaced on some way is not what arrives on every way.
    const replaced = writes.length > 1 && writes.some((write) => this.program.constants({ file: ref.file, id: write.value }) !== null);
    if (replaced && !writes.every((write) => this.program.constants({ file: ref.file, id: write.value }) !== null)) return;
    for (const write of writes) {
      const written = { file: ref.file, id: write.value };
      const made = this.program.fact(written);
      if (made.kind === 'object') this.lookAtProperties(written, made, propertiesTakenOut(ref, this.program), depth + 1);
      else this.look(written, inText, depth + 1);
    }
    this.lookAtAdded(ref, binding, depth);
  }

  /** `answer.error = err.message` before the answer is sent. */
  private lookAtAdded(ref: ValueRef, { uses }: BindingFact, depth: number): void {
    const { facts } = ref.file;
    const at = facts.values[ref.id]!.start;
    for (const write of facts.memberWrites) {
      if (!uses.includes(write.object) || write.at > at || write.name === null) continue;
      if (!propertiesTakenOut(ref, this.program).has(write.name)) this.look({ file: ref.file, id: write.value }, false, depth + 1);
    }
  }

  /** `error = new HttpError(500)`: what the error's own name surely holds instead where it is used, or null. */
  private replacing(use: ValueRef, writes: readonly WriteFact[]): ValueRef | null {
    // The first write is the error itself.
    const before = writes.filter(({ at }, index) => index === 0 || at <= use.file.facts.values[use.id]!.start);
    const [last, ...others] = before.length < 2 ? [] : this.lastWrites(use, before);
    return last === undefined || others.length > 0 || last === writes[0] ? null : { file: use.file, id: last.value };
  }

  /** The writes that can be the last one before a use: none before one that is made whenever the use is reached, and not the one that the use stands in. */
  private lastWrites(use: ValueRef, writes: readonly WriteFact[]): readonly WriteFact[] {
    const { file } = use;
    const at = file.facts.values[use.id]!.start;
    const others = writes.filter(({ value }) => file.facts.values[value]!.start > at || file.facts.values[value]!.end < at);
    const conditions = new Set(this.program.guardsOf(use).map(({ condition }) => keyOf(condition)));
    const surely = ({ value }: WriteFact) => file.functionAt(file.facts.values[value]!.start) === file.functionAt(at) && this.program.guardsOf({ file, id: value }).every(({ condition }) => conditions.has(keyOf(condition)));
    return others.slice(Math.max(0, others.findLastIndex(surely)));
  }

  private lookAtProperties({ file }: ValueRef, fact: Extract<ValueFact, { kind: 'object' }>, without: ReadonlySet<string>, depth: number): void {
    for (const { kind, name, value } of fact.properties) {
      if (kind !== 'method' && (name === null || !without.has(name))) this.look({ file, id: value }, false, depth + 1);
    }
  }

  private lookAtMember(ref: ValueRef, fact: Extract<ValueFact, { kind: 'member' }>, depth: number): void {
    const object: ValueRef = { file: ref.file, id: fact.object };
    const error = this.errorAt(object, depth);
    if (error === null) return;
    const replaced = this.program.fact(object).kind === 'reference' ? this.replacing(object, ref.file.facts.bindings[error]!.writes) : null;
    if (replaced !== null) return this.look(replaced, fact.name === 'message', depth + 1);
    if (fact.name === 'message') this.add('message', ref, error);
    else if (fact.name !== null && INSIDE.has(fact.name)) this.add('stack', ref, error);
  }

  /** The error that an expression is: `err`, `(err as Error)`, a variable that holds it. */
  private errorAt(ref: ValueRef, depth: number): BindingId | null {
    const fact = this.program.fact(ref);
    if (depth > MAX_DEPTH) return null;
    if (fact.kind === 'cast' || fact.kind === 'await') return this.errorAt({ file: ref.file, id: fact.operand }, depth + 1);
    if (fact.kind !== 'reference' || fact.binding < 0) return null;
    if (this.errors.includes(fact.binding)) return fact.binding;
    const writes = ref.file.facts.bindings[fact.binding]?.writes ?? [];
    return writes.length === 1 ? this.errorAt({ file: ref.file, id: writes[0]!.value }, depth + 1) : null;
  }

  private lookAtCall(ref: ValueRef, fact: Extract<ValueFact, { kind: 'call' }>, inText: boolean, depth: number): void {
    const callee = this.program.fact({ file: ref.file, id: fact.callee });
    const name = writtenName(callee);
    const args = fact.args.map((id): ValueRef => ({ file: ref.file, id }));
    if (name === 'toString' && callee.kind === 'member') return this.look({ file: ref.file, id: callee.object }, true, depth + 1);
    if (name === 'String') return args.forEach((argument) => this.look(argument, true, depth + 1));
    if (name !== null && SHOWS_WHOLE.test(name)) return args.forEach((argument) => this.look(argument, false, depth + 1));
    const error = args.map((argument) => this.errorAt(argument, depth)).find((each) => each !== null);
    if (name !== null && SHOWS_ALL.test(name) && error !== undefined) return this.add('stack', ref, error ?? -1);
    if (error !== undefined && error !== null && depth < 3) this.lookInto(ref, args, error, inText);
  }

  /** `errorMessage(err)`: a function of the program that gives back what the error says. */
  private lookInto(call: ValueRef, args: readonly ValueRef[], error: BindingId, inText: boolean): void {
    const [callee, ...others] = this.program.callees(call);
    if (callee === undefined || others.length > 0) return;
    const index = args.findIndex((argument) => this.errorAt(argument, 0) !== null);
    const { parameters, returns } = callee.file.facts.functions[callee.id]!;
    const binding = parameters[index]?.binding ?? -1;
    if (binding < 0) return;
    const inner = new Finder(this.program, [binding]);
    for (const id of returns) inner.look({ file: callee.file, id }, inText, 3);
    const told = inner.found.filter((each) => !isSwitched(each.at, this.program) && !isNarrowed(each.at, binding, this.program));
    for (const { detail } of told) this.add(detail, call, error);
  }

  private add(detail: Detail, at: ValueRef, error: BindingId): void {
    this.found.push({ detail, at, error });
  }
}
