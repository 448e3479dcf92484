/** `larger-than`: sizes as middleware takes them, a number of bytes or a text with a unit. */
import type { Scalar } from '../../contracts/vocabulary.js';
import { NO, unknown, yes } from '../answer.js';
import type { Answer } from '../answer.js';
import type { TestWord } from '../compiler.js';
import { constantsOf, shownConstant } from '../subject.js';

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

/** Some alternative is known to be larger; one that cannot be told leaves it open. */
export const largerThan: TestWord<'larger-than'> = (limit) => (subject, evaluation): Answer => {
  if (subject.presence === 'no') return NO;
  const { all, others } = constantsOf(subject, evaluation);
  const found = all.find((constant) => (bytesOf(constant) ?? 0) > limit);
  if (found !== undefined) return yes({ values: { value: typeof found === 'number' ? `${found} bytes` : shownConstant(found) } });
  return others.length > 0 || all.length === 0 ? unknown('how large it may be') : NO;
};

/** As the package `bytes` reads sizes: units are powers of 1024, a text without one is a number of bytes. Null for no size. */
function bytesOf(size: Scalar): number | null {
  if (typeof size === 'number') return size;
  if (typeof size !== 'string') return null;
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgtp]?b)?\s*$/i.exec(size);
  return match === null ? null : Number(match[1]) * UNITS[(match[2] ?? 'b').toLowerCase()]!;
}
