/**
 * `made-with`: the value comes from a call on which one of these named arguments is set, or that puts it on top of another thing
 * (`transport`) for which that holds: `new RetryAgent(new Agent({ headersTimeout }))`.
 */
import type { Entity } from '../../contracts/program.js';
import { NO, unknown, yes } from '../answer.js';
import { argumentSubject } from '../argument-subject.js';
import type { TestWord } from '../compiler.js';
import { set } from './presence.js';

/** Something of a library whose making was not seen, or something of the program's own that may bound itself. */
function isOfUnknownMaking(entity: Entity): boolean {
  if (entity.kind === 'api') return entity.created === null && entity.path.endsWith('#');
  return entity.kind === 'unknown' || entity.kind === 'instance';
}

/** The argument by which models name what a thing is put on top of. */
const INNER = 'transport';
const MAXIMUM_DEPTH = 3;

export const madeWith: TestWord<'made-with'> = (names) => {
  const isSet = set(null);
  const test: ReturnType<TestWord<'made-with'>> = (subject, evaluation) => judge(subject, evaluation, 0);
  return test;

  function judge(subject: Parameters<typeof test>[0], evaluation: Parameters<typeof test>[1], depth: number): ReturnType<typeof test> {
    const { program } = evaluation;
    for (const value of subject.values) {
      const created = program.resolve(value).flatMap((entity) => ('created' in entity && entity.created ? [entity.created] : []));
      for (const maker of [...program.sourcesOf(value), ...created].flatMap((each) => program.rolesAt(each))) {
        const given = names.filter((name) => name in maker.entry.arguments).map((name) => isSet(argumentSubject(maker, name, evaluation), evaluation));
        if (!given.some((answer) => answer.truth === 'yes')) {
          const inner = depth < MAXIMUM_DEPTH && INNER in maker.entry.arguments ? judge(argumentSubject(maker, INNER, evaluation), evaluation, depth + 1) : NO;
          if (inner.truth === 'yes') return inner;
          continue;
        }
        return yes({ confidence: maker.confidence, related: [{ location: program.location(maker.value), text: `made by ${program.describe(maker.value)}` }] });
      }
    }
    const open = subject.presence === 'unknown' || subject.values.some((value) => program.resolve(value).some(isOfUnknownMaking));
    return open ? unknown('what it was made with') : NO;
  }
};
