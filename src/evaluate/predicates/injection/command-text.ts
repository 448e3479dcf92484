/** Predicates of the rule on commands. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { NO, YES, yes } from '../../answer.js';
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

/** A shell that is given its command as a text. */
const SHELL_READS = /(?:^|[\s;&|(])(?:(?:\/usr)?\/bin\/)?(?:(?:ba|z|da|k)?sh(?:\s+-\w+)*\s+-\w*c|eval|ssh\s+\S+)\s+["']?$/;

/**
 * `command.read-again`: in a template whose parts are each made one argument (`` $`sh -c ${text}` ``), text of a client is the program
 * itself, or what a shell is given to read; with the attribute `raw` also what an object of one property `raw` lets through unquoted.
 */
export const readAgain: Predicate = (site, _operand, { program }) => {
  if (site.role === null) return NO;
  const hasRaw = site.role.entry.attributes['raw'] === true;
  for (const value of program.argumentList(site.role, 'template')) {
    const fact = program.fact(value);
    if (fact.kind !== 'template') continue;
    for (const part of partsRead(value, fact, hasRaw, program)) {
      const origin = program.trace(part, { sink: 'shell' }).origins.find((each) => each.kind === 'request');
      if (origin !== undefined) return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: origin.stored ? 'low' : origin.lossy ? 'medium' : 'high' });
    }
  }
  return NO;
};

function partsRead({ file }: ValueRef, fact: Extract<ValueFact, { kind: 'template' }>, hasRaw: boolean, program: Program): ValueRef[] {
  return fact.parts.flatMap((id, index): ValueRef[] => {
    const part: ValueRef = { file, id };
    const made = program.fact(part);
    const raw = hasRaw && made.kind === 'object' ? made.properties.find((property) => property.name === 'raw') : undefined;
    if (raw !== undefined) return [{ file, id: raw.value }];
    const before = fact.texts[index] ?? '';
    return (index === 0 && before.trim() === '') || SHELL_READS.test(before) ? [part] : [];
  });
}
