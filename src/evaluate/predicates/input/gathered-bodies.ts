/** `body.*`: bodies that a server puts together by hand: `request.on('data', (chunk) => { text += chunk; })`. */
import type { FunctionRef, LinkedFile, ValueRef } from '../../../contracts/program.js';
import { writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO } from '../../answer.js';
import { callsIn, functionAround, functionsAt } from '../../reach/reach.js';
import type { Predicate } from '../index.js';

const SIZES = /length|size|bytes|total|received|limit|max/i;

/** `body.gathered`: the listener keeps what arrives: it adds it to a text or a list from outside. */
export const bodyGathered: Predicate = ({ role }, _operand, { program }) => {
  const handler = role === null ? null : program.argument(role, 'handler');
  return handler === null ? NO : answerOf(functionsAt(handler, program).some((ref) => keepsParts(ref)));
};

/** `body.bounded`: where it is put together, a size is compared, or the length that the client announces is asked for. */
export const bodyBounded: Predicate = ({ value }) => {
  if (value === null) return NO;
  const { file } = value;
  const { start, end } = file.facts.functions[functionAround(value).id]!;
  return answerOf(file.valuesWithin(start, end).some((id) => comparesSize(file, id) || asksForLength({ file, id })));
};

function keepsParts(ref: FunctionRef): boolean {
  const { file, id } = ref;
  const { start, end, parameters } = file.facts.functions[id]!;
  if (parameters.length === 0) return false;
  const isOuter = (binding: number) => binding >= 0 && file.facts.bindings[binding]!.function !== id;
  const grows = file.facts.bindings.some((binding) => binding.function !== id && binding.writes.some((write) => write.at > start && write.at < end));
  const pushes = callsIn(ref).some((call) => {
    const fact = file.facts.values[call];
    const callee = fact?.kind === 'call' ? file.facts.values[fact.callee] : undefined;
    const list = callee?.kind === 'member' && callee.name === 'push' ? file.facts.values[callee.object] : undefined;
    return list?.kind === 'reference' && isOuter(list.binding);
  });
  return grows || pushes;
}

/** `text.length > MAXIMUM`, `received + chunk.length > limit` */
function comparesSize(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'binary' || !/^[<>]=?$/.test(fact.operator)) return false;
  return file.valuesWithin(fact.start, fact.end).some((inner) => SIZES.test(writtenName(file.facts.values[inner]) ?? ''));
}

function asksForLength({ file, id }: ValueRef): boolean {
  const fact = file.facts.values[id]!;
  return (fact.kind === 'literal' && /^content-length$/i.test(String(fact.value))) || (fact.kind === 'member' && /^content-length$/i.test(fact.name ?? ''));
}
