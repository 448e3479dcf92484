/** The named argument of a role site as a subject of value tests, with an honest answer where it cannot be told. */
import type { RoleSite, ValueRef } from '../contracts/program.js';
import type { ArgumentPath } from '../contracts/models.js';
import type { Evaluation } from './evaluation.js';
import { ABSENT, propertySubject, UNTOLD, valueSubject } from './subject.js';
import type { Subject } from './subject.js';

/**
 * Absent only when it surely is: a spread among the call's arguments, or an object of unknown content at the position,
 * may hold it.
 */
export function argumentSubject(role: RoleSite, name: string, evaluation: Evaluation): Subject {
  const values = evaluation.program.argumentList(role, name);
  const paths = role.entry.arguments[name] ?? [];
  if (values.length === 0) return paths.some((path) => mayHold(role, path, evaluation)) ? UNTOLD : ABSENT;
  const subject = valueSubject(values);
  const partial = paths.some((path) => {
    const found = lookUp(role, path, evaluation);
    return found !== null && found.presence === 'unknown' && found.values.some((value) => values.some((each) => each.id === value.id && each.file === value.file));
  });
  return partial ? { ...subject, presence: 'unknown' } : subject;
}

function mayHold(role: RoleSite, path: ArgumentPath, evaluation: Evaluation): boolean {
  return hasSpreadBefore(role.value, path) || lookUp(role, path, evaluation)?.presence === 'unknown';
}

function hasSpreadBefore({ file, id }: ValueRef, { position }: ArgumentPath): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'call' || (typeof position !== 'number' && position !== 'last')) return false;
  const spread = fact.args.findIndex((argument) => file.facts.values[argument]?.kind === 'spread');
  return spread >= 0 && (position === 'last' || spread <= position);
}

/** The property at a position; null where the path names none, or nothing stands at the position. */
function lookUp(role: RoleSite, path: ArgumentPath, { program }: Evaluation): Subject | null {
  if (path.properties.length === 0) return null;
  const holder: RoleSite = { ...role, entry: { ...role.entry, arguments: { holder: [{ ...path, properties: [] }] } } };
  const object = program.argument(holder, 'holder');
  return object === null ? null : propertySubject(program.property(object, path.properties));
}
