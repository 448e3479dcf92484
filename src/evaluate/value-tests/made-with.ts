/**
 * `made-with`: the value comes from a call on which one of these named arguments is set, or that puts it on top of another thing
 * (`transport`) for which that holds: `new RetryAgent(new Agent({ headersTimeout }))`.
 */
import type { Entity, Program, RoleSite } from '../../contracts/program.js';
import { NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import { argumentSubject } from '../argument-subject.js';
import type { TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import type { Subject } from '../subject.js';
import { set } from './presence.js';

/** The argument by which models name what a thing is put on top of. */
const INNER = 'transport';
const MAXIMUM_DEPTH = 3;

const isSet = set(null);

export const madeWith: TestWord<'made-with'> = (names) => (subject, evaluation) => judge(names, subject, evaluation, 0);

function judge(names: readonly string[], subject: Subject, evaluation: Evaluation, depth: number): Answer {
  const { program } = evaluation;
  for (const maker of makersOf(subject, program)) {
    if (names.some((name) => name in maker.entry.arguments && isSet(argumentSubject(maker, name, evaluation), evaluation).truth === 'yes')) {
      return yes({ confidence: maker.confidence, related: [{ location: program.location(maker.value), text: `made by ${program.describe(maker.value)}` }] });
    }
    const inner = depth < MAXIMUM_DEPTH && INNER in maker.entry.arguments ? judge(names, argumentSubject(maker, INNER, evaluation), evaluation, depth + 1) : NO;
    if (inner.truth === 'yes') return inner;
  }
  const open = subject.presence === 'unknown' || subject.values.some((value) => program.resolve(value).some(isOfUnknownMaking));
  return open ? unknown('what it was made with') : NO;
}

/** What the values play where they are made, in place or where the thing that they are was created. */
function makersOf(subject: Subject, program: Program): RoleSite[] {
  return subject.values.flatMap((value) => {
    const created = program.resolve(value).flatMap((entity) => ('created' in entity && entity.created ? [entity.created] : []));
    return [...program.sourcesOf(value), ...created].flatMap((each) => program.rolesAt(each));
  });
}

/** Something of a library whose making was not seen, or something of the program's own that may bound itself. */
function isOfUnknownMaking(entity: Entity): boolean {
  if (entity.kind === 'api') return entity.created === null && entity.path.endsWith('#');
  return entity.kind === 'unknown' || entity.kind === 'instance';
}
