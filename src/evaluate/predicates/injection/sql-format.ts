/** Predicate of the rule on SQL text: what a formatting function writes into the text as it is. */
import { NO, unknown, yes } from '../../answer.js';
import type { Predicate } from '../index.js';

/** `%s`, `%2$s`, `%L`, `%I`, `%%` of PostgreSQL's format(). */
const PLACEHOLDER = /%(?:(\d+)\$)?([%sIL])/g;

/**
 * `sql.unescaped-placeholder`: request data is given to a `%s` of the site's argument `template`, which takes it as it is; `%L` and `%I`
 * quote. Unknown when the template is no constant.
 */
export const unescapedPlaceholder: Predicate = (site, _operand, { program }) => {
  const template = site.role === null ? null : program.argument(site.role, 'template');
  if (site.role === null || template === null) return NO;
  const texts = program.constants(template);
  if (texts === null) return unknown('what the format is');
  const values = program.argumentList(site.role, 'values');
  for (const index of texts.flatMap((text) => plainPlaces(String(text)))) {
    const value = values[index];
    const origin = value === undefined ? undefined : program.trace(value, { sink: 'sql' }).origins.find((each) => each.kind === 'request');
    if (origin !== undefined) return yes({ steps: origin.steps, values: { source: origin.steps[0]?.text ?? origin.detail }, confidence: origin.lossy ? 'medium' : 'high' });
  }
  return NO;
};

/** Which of the values stand at a `%s`, counted from 0. */
function plainPlaces(format: string): number[] {
  const places: number[] = [];
  let next = 0;
  for (const [, position, kind] of format.matchAll(PLACEHOLDER)) {
    if (kind === '%') continue;
    const index = position === undefined ? next : Number(position) - 1;
    next = index + 1;
    if (kind === 's') places.push(index);
  }
  return places;
}
