/**
 * `enclosed-by`: the site stands inside an argument of such a call (`withTimeout(() => fetch(url))`), its promise is
 * handed to one (`const p = fetch(url); withTimeout(p)`), or every caller of its function does so.
 */
import { NONE } from '../../contracts/facts.js';
import type { FunctionId, ValueId } from '../../contracts/facts.js';
import type { LinkedFile, ValueRef } from '../../contracts/program.js';
import { every, NO, some } from '../answer.js';
import type { Answer } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf, usesIn } from '../file-uses.js';
import { roleMatcher } from '../role-query.js';
import type { RoleMatcher } from '../role-query.js';
import type { Site } from '../site.js';

const MAX_STEPS = 200;
const MAX_CALLERS = 24;

export const enclosedBy: ConditionWord<'enclosed-by'> = (query, compiler) => {
  const matcher = roleMatcher(query, compiler);
  return (site, evaluation) => {
    if (site.value === null) return NO;
    return new Enclosure(matcher, site, evaluation).search(site.value);
  };
};

/** Is the value a function's name, or the function itself, in the place of the callee? */
function isCalledFunction(file: LinkedFile, call: ValueId, callee: ValueId): boolean {
  const fact = file.facts.values[call]!;
  const { kind } = file.facts.values[callee]!;
  return fact.kind === 'call' && fact.callee === callee && (kind === 'reference' || kind === 'function');
}

class Enclosure {
  private readonly seen = new Set<string>();

  constructor(
    private readonly matcher: RoleMatcher,
    private readonly site: Site,
    private readonly evaluation: Evaluation,
  ) {}

  /** Outwards from the value: through the expression, what it is assigned to, and the function around it. */
  search(value: ValueRef): Answer {
    const key = keyOf(value);
    if (this.seen.has(key) || this.seen.size > MAX_STEPS) return NO;
    this.seen.add(key);
    return some(this.ways(value));
  }

  private *ways(value: ValueRef): Generator<Answer> {
    yield* this.outwards(value);
    const { file } = value;
    const around = file.functionAt(file.facts.values[value.id]!.start);
    if (around > 0) yield* this.throughFunction(file, around);
  }

  private *outwards(value: ValueRef): Generator<Answer> {
    const { file } = value;
    let top: ValueId = value.id;
    let isAwaited = false;
    for (let parent = file.parentOf(top); parent !== NONE; parent = file.parentOf(top)) {
      // A function that is called here is covered only if all its callers are, which is asked below.
      if (isCalledFunction(file, parent, top)) return;
      if (this.isArgument(file, parent, top)) {
        yield this.callMatches({ file, id: parent });
        yield* this.throughParameter({ file, id: parent }, top);
      }
      isAwaited ||= file.facts.values[parent]!.kind === 'await';
      top = parent;
    }
    // What was awaited is over: handing its outcome on bounds nothing.
    if (isAwaited) return;
    const uses = usesIn(file);
    for (const binding of uses.bindingsOf(top)) {
      for (const use of file.facts.bindings[binding]!.uses) {
        const parent = file.parentOf(use);
        if (parent === NONE || !isCalledFunction(file, parent, use)) yield this.search({ file, id: use });
      }
    }
  }

  private isArgument(file: LinkedFile, call: ValueId, argument: ValueId): boolean {
    const fact = file.facts.values[call]!;
    return fact.kind === 'call' && fact.args.includes(argument);
  }

  /** What a function of the program does with the parameter that it is handed as: `withTimeout(promise)` may race it. */
  private *throughParameter(call: ValueRef, argument: ValueId): Generator<Answer> {
    const fact = call.file.facts.values[call.id]!;
    const index = fact.kind === 'call' ? fact.args.indexOf(argument) : NONE;
    for (const { file, id } of this.evaluation.program.callees(call)) {
      const binding = file.facts.functions[id]?.parameters[index]?.binding ?? NONE;
      for (const use of file.facts.bindings[binding]?.uses ?? []) {
        const parent = file.parentOf(use);
        // Where it is a function, what bounds the call of it bounds what it does.
        yield this.within({ file, id: parent !== NONE && isCalledFunction(file, parent, use) ? parent : use });
      }
    }
  }

  /** Outwards inside one function only: who else calls the function says nothing about this call. */
  private within(value: ValueRef): Answer {
    const key = keyOf(value);
    if (this.seen.has(key) || this.seen.size > MAX_STEPS) return NO;
    this.seen.add(key);
    return some(this.outwards(value));
  }

  private callMatches(call: ValueRef): Answer {
    const uses = this.matcher.usesAt(call, this.evaluation);
    return some(uses.map((use) => this.matcher.matches(use, this.site, this.evaluation)));
  }

  private *throughFunction(file: LinkedFile, id: FunctionId): Generator<Answer> {
    const uses = usesIn(file);
    const literal = uses.valueOfFunction(id);
    if (literal !== NONE) yield this.search({ file, id: literal });
    const callers = this.evaluation.program.callersOf({ file, id }).slice(0, MAX_CALLERS);
    if (callers.length > 0) yield every(callers.map((caller) => this.search(caller)));
  }
}
