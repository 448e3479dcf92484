/** `path.constant-name`: paths that end in a name that the program has written, whatever stands before it. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, YES } from '../../answer.js';
import type { Predicate } from '../index.js';

const MAXIMUM_DEPTH = 3;
/** A slash, and a name behind it that is no step back. */
const NAME_BEHIND_SLASH = /\/[^/]*[^/.\s][^/]*$/;

/** Answers yes where every path that the site may be given ends so: `join(ROOT, area, 'openapi.yaml')` reaches files of that name only. */
export const constantName: Predicate = ({ role }, _operand, { program }) => {
  const paths = role === null ? [] : program.argumentList(role, 'path').flatMap((value) => program.sourcesOf(value));
  return paths.length > 0 && paths.every((path) => endsInName(path, program, 0)) ? YES : NO;
};

function endsInName(path: ValueRef, program: Program, depth: number): boolean {
  const fact = program.fact(path);
  const at = (id: number): ValueRef => ({ file: path.file, id });
  switch (fact.kind) {
    case 'template':
      return fact.tag < 0 && NAME_BEHIND_SLASH.test(fact.texts.at(-1) ?? '');
    case 'concat':
      return areNames(at(fact.parts.at(-1)!), NAME_BEHIND_SLASH, program);
    case 'call': {
      const last = fact.args.at(-1);
      if (last === undefined || depth > MAXIMUM_DEPTH || !program.rolesAt(path).some(({ role }) => /^path\.(?:join|resolve|normalize)$/.test(role))) return false;
      // `resolve(`${ROOT}/${key}/icon.svg`)`.
      if (program.constants(at(last)) === null) return program.sourcesOf(at(last)).every((source) => endsInName(source, program, depth + 1));
      return fact.args.length > 1 && areNames(at(last), /(?:^|\/)[^/]*[^/.\s][^/]*$/, program);
    }
    default:
      return false;
  }
}

function areNames(value: ValueRef, pattern: RegExp, program: Program): boolean {
  const constants = program.constants(value);
  return constants !== null && constants.length > 0 && constants.every((text) => typeof text === 'string' && pattern.test(text));
}
