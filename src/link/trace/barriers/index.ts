/**
 * Checks that make a value harmless where they hold, for the sink that is asked about. What a place proves of a value does not
 * depend on the sink: it is found once and kept.
 */
import type { FunctionRef, RoleSite, ValueRef } from '../../../contracts/program.js';
import type { Sink } from '../../../contracts/sinks.js';
import { guardsAround, guardsOf } from '../../guards.js';
import { type FileValue, type Linking, sibling } from '../../linking.js';
import { ValueTable, factOf } from '../../value-graph.js';
import { ANY, KEYS } from '../visit.js';
import type { Subject } from './aspects.js';
import { provenBy } from './conditions.js';
import { provenByGuardClasses } from './guard-lookups.js';
import { provenByInput } from './inputs.js';
import { provenBeforeHandler } from './middleware.js';
import { nameOf } from './names.js';
import { provenByGuards, provenByResult } from './own-functions.js';
import { provenByPipes } from './pipes.js';
import { provenByEarlierLinks } from './promise-chains.js';
import { type BarrierKind, type Protection, covers, isComplete, union } from './protection.js';
import { provenByReplacement } from './reassignment.js';
import { provenOfResult } from './schemas.js';
import { provenByStatements, provenInBranches } from './statements.js';

export type { BarrierKind } from './protection.js';

const memo = new WeakMap<Linking, ValueTable<Map<string, Protection | null>>>();

/**
 * The barrier that protects a value where it stands, if any, or a part of it that is read later.
 *
 * @param path the properties to be read from the value, outermost first
 * @param beneath the value stands behind a directory: `path.join(ROOT, value)`
 */
export function barrierAt(link: Linking, ref: FileValue, path: readonly string[], sink: Sink, beneath: boolean): BarrierKind | null {
  const whole = protectionAt(link, ref, '');
  if (covers(whole, sink, beneath)) return whole!.kind;
  const part = path.length === 0 || path.includes(ANY) || path.includes(KEYS) ? null : protectionAt(link, ref, `.${path.join('.')}`);
  return covers(part, sink, beneath) ? part!.kind : null;
}

/**
 * The barrier that a method puts before a field of its object by what it makes sure of before it reads a getter: `this.validate(); mkdir(this.path)`
 * checks the `this.name` that `path` is made of.
 *
 * @param getter where the method reads the getter
 * @param field what the getter reads, a member of `this`
 */
export function barrierBeforeGetter(link: Linking, getter: FileValue, field: FileValue, sink: Sink, beneath: boolean): BarrierKind | null {
  const name = nameOf(link, field);
  if (name === null || getter.file !== field.file) return null;
  const protection = provenByStatements(link, { file: field.file, name }, factOf(getter).start, [], judgeOf(link));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** The barrier that a predicate's *yes* puts before one of its variables, as in `list.filter((each) => ALLOWED.includes(each))`. */
export function barrierByPredicate(link: Linking, predicate: FunctionRef, subject: Subject, sink: Sink): BarrierKind | null {
  const protection = provenByResult(link, predicate, subject, true, 0, judgeOf(link));
  return covers(protection, sink, false) ? protection!.kind : null;
}

/** Of several values that a variable may hold: the barrier that the assignments of the others put before this one. */
export function barrierByReplacement(link: Linking, use: FileValue, definition: FileValue, sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = provenByReplacement(link, use, definition, judgeOf(link));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/**
 * The barrier that a schema is for a part of what it has checked.
 *
 * @param path the properties read from the checked value, outermost first
 */
export function barrierBySchema(link: Linking, schema: ValueRef, path: readonly string[], sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = provenOfResult(link, schema, path, judgeOf(link));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** The barrier that pipes and guards are for a parameter filled by a decorator, of which `path` is read. */
export function barrierByPipes(link: Linking, parameter: FileValue, role: string, path: readonly string[], sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = union(provenByPipes(link, parameter, role, path, judgeOf(link)), provenByGuardClasses(link, parameter, role, path, judgeOf(link)));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** The barrier that schemas are for the input of a remote call, of which `path` is read. */
export function barrierByInput(link: Linking, site: RoleSite, path: readonly string[], sink: Sink, beneath: boolean): BarrierKind | null {
  const protection = provenByInput(link, site, path, judgeOf(link));
  return covers(protection, sink, beneath) ? protection!.kind : null;
}

/** What is asked about inside a function of the program: the parameter, or a variable that holds a part of it. */
export function subjectOf(link: Linking, file: FileValue['file'], binding: number): Subject | null {
  const written = file.facts.bindings[binding]?.writes[0];
  if (written === undefined) return null;
  const name = nameOf(link, { file, id: written.value });
  return name === null ? null : { file, name };
}

function judgeOf(link: Linking) {
  return (condition: FileValue, holds: boolean, subject: Subject, depth: number) => provenBy(link, condition, holds, subject, depth);
}

/** @param part how the name of the part goes on after that of the value: `.email` */
function protectionAt(link: Linking, ref: FileValue, part: string): Protection | null {
  let table = memo.get(link);
  if (table === undefined) memo.set(link, (table = new ValueTable()));
  let known = table.get(ref);
  if (known === undefined) table.set(ref, (known = new Map()));
  const before = known.get(part);
  if (before !== undefined) return before;
  // Met again inside itself, nothing more is proven.
  known.set(part, null);
  const protection = compute(link, ref, part);
  known.set(part, protection);
  return protection;
}

function compute(link: Linking, ref: FileValue, part: string): Protection | null {
  const own = nameOf(link, ref);
  if (own === null) return null;
  const name = `${own}${part}`;
  const subject: Subject = { file: ref.file, name };
  const guarded = provenByGuards(link, [...guardsOf(ref), ...guardsAround(ref, factOf(ref).start)], subject, judgeOf(link), 0);
  if (isComplete(guarded)) return guarded;
  const { start } = factOf(ref);
  const stated = provenByStatements(link, subject, start, rootBindings(link, ref), judgeOf(link));
  const bindings = rootBindings(link, ref);
  const before = union(provenInBranches(link, subject, start, bindings[0] ?? -1, judgeOf(link)), provenByEarlierLinks(link, ref, subject, bindings, judgeOf(link)));
  const asserted = union(guarded, union(stated, before));
  return isComplete(asserted) ? asserted : union(asserted, provenBeforeHandler(link, ref, name, judgeOf(link)));
}

/** Variables through which the value may be mentioned: the one it is read from, and what that one was made of. */
function rootBindings(link: Linking, ref: FileValue): number[] {
  const result: number[] = [];
  let current = ref;
  for (let step = 0; step < 8; step += 1) {
    const fact = factOf(current);
    if (fact.kind === 'member') current = sibling(current, fact.object);
    else if (fact.kind === 'cast' || fact.kind === 'await') current = sibling(current, fact.operand);
    else if (fact.kind === 'logical') current = sibling(current, fact.left);
    else if (fact.kind === 'reference' && fact.binding >= 0 && !result.includes(fact.binding)) {
      result.push(fact.binding);
      const definitions = link.definitionsAt(current.file, current.id) as FileValue[];
      if (definitions.length !== 1) break;
      current = definitions[0]!;
    } else break;
  }
  return result;
}
