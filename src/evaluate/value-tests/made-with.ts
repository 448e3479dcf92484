/** `made-with`: the value comes from a call on which one of these named arguments is set. */
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

export const madeWith: TestWord<'made-with'> = (names) => {
  const isSet = set(null);
  return (subject, evaluation) => {
    const { program } = evaluation;
    for (const value of subject.values) {
      const created = program.resolve(value).flatMap((entity) => ('created' in entity && entity.created ? [entity.created] : []));
      for (const maker of [...program.sourcesOf(value), ...created].flatMap((each) => program.rolesAt(each))) {
        const given = names.filter((name) => name in maker.entry.arguments).map((name) => isSet(argumentSubject(maker, name, evaluation), evaluation));
        if (!given.some((answer) => answer.truth === 'yes')) continue;
        return yes({ confidence: maker.confidence, related: [{ location: program.location(maker.value), text: `made by ${program.describe(maker.value)}` }] });
      }
    }
    const open = subject.presence === 'unknown' || subject.values.some((value) => program.resolve(value).some(isOfUnknownMaking));
    return open ? unknown('what it was made with') : NO;
  };
};
