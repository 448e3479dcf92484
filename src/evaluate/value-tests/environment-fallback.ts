/** `fallback`: the value reads the environment, with such a replacement when the variable is unset. */
import type { EnvironmentRead } from '../../contracts/program.js';
import type { FallbackKind } from '../../contracts/vocabulary.js';
import { NO, yes } from '../answer.js';
import type { TestWord } from '../compiler.js';
import type { Evaluation } from '../evaluation.js';
import { keyOf } from '../file-uses.js';

/** `any` is every kind but `none`. */
export function hasFallback(read: EnvironmentRead, kinds: readonly FallbackKind[]): boolean {
  const { kind } = read.fallback;
  return kinds.includes(kind) || (kinds.includes('any') && kind !== 'none');
}

export const environmentFallback: TestWord<'fallback'> = (kinds) => (subject, evaluation) => {
  const { program } = evaluation;
  const among = new Set(subject.values.flatMap((value) => [value, ...program.sourcesOf(value)]).map(keyOf));
  const read = program.environment.reads.find((each) => hasFallback(each, kinds) && isAmong(each, among, evaluation));
  if (read === undefined) return NO;
  const place = read.fallback.value ?? read.value;
  return yes({ values: { name: read.name, source: read.name }, related: [{ location: program.location(place), text: `used when ${read.name} is unset` }], confidence: read.confidence });
};

function isAmong(read: EnvironmentRead, among: ReadonlySet<string>, { program }: Evaluation): boolean {
  return among.has(keyOf(read.value)) || program.sourcesOf(read.value).some((source) => among.has(keyOf(source)));
}
