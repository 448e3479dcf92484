/** Predicate of the rule on commands. */
import { NO, YES } from '../../answer.js';
import type { Predicate } from '../index.js';

/** A word, and a space after it. */
const WORD_AND_SPACE = /\S\s/;

/**
 * `command.holds-words`: the site's argument `program` is written as a command line, a word with a space after it (`'grep ' + name`),
 * and not as a path that may have a space in a directory's name. Answers yes or no: what is not written in place is no reason to doubt.
 */
export const holdsWords: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const sources = program.argumentList(site.role, 'program').flatMap((value) => program.sourcesOf(value));
  const commands = sources.some((source) => {
    const fact = program.fact(source);
    const texts = fact.kind === 'template' && fact.tag < 0 ? fact.texts : fact.kind === 'concat' ? fact.parts.map((id) => writtenText(program.fact({ file: source.file, id }))) : [];
    return texts.some((text) => WORD_AND_SPACE.test(text) && !text.includes('/') && !text.includes('\\'));
  });
  return commands ? YES : NO;
};

function writtenText(fact: { kind: string; value?: unknown }): string {
  return fact.kind === 'literal' && typeof fact.value === 'string' ? fact.value : '';
}
