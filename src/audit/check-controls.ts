/** Refuses a configuration that names controls which are not there: an audit that trusted or ignored them would mislead. */
import { type NamedControl, partsOfReference } from '../contracts/controls.js';
import { UserError } from '../contracts/errors.js';
import type { LinkedFile, Program } from '../contracts/program.js';
import { nearestWord } from '../rulebook/index.js';

/** @throws UserError `unknown-control-reference` for the first control whose reference leads nowhere, with the others after it */
export function checkControls(program: Program): void {
  const [first, ...others] = program.unresolvedControls.map((control) => problemOf(control, program));
  if (first !== undefined) throw first.with(others);
}

function problemOf({ control, reference }: NamedControl, program: Program): UserError {
  const { file: path, names } = partsOfReference(reference);
  const file = program.files.get(path);
  const message = file === undefined ? `the control ${control} names ${path}, which is no code file of the project` : `the control ${control} names ${reference}, and ${path} has no ${names.length === 0 ? 'default export' : names.join('.')}`;
  return new UserError('unknown-control-reference', message, { hint: file === undefined ? hint(path, program.files.keys(), 'give the path relative to the audited directory') : hint(names[0] ?? '', namesIn(file), 'name a top-level function, class or value of the file'), subject: reference });
}

function hint(word: string, words: Iterable<string>, otherwise: string): string {
  const nearest = nearestWord(word, words);
  return nearest === null ? otherwise : `did you mean "${nearest}"?`;
}

function namesIn({ facts }: LinkedFile): string[] {
  return [...facts.exports.map((fact) => fact.name), ...facts.bindings.filter((binding) => binding.function === 0).map((binding) => binding.name)].filter((name) => /^\w+$/.test(name));
}
