/** Elements of a list that were looked at before they are used: a loop over the same list refuses those that are not of the row read for the tenant. */
import type { ValueRef } from '../../contracts/program.js';
import { factOf, operandsOf } from '../value-graph.js';
import type { Place } from './checks.js';

/** Does an earlier loop of the function, or of one around it, go over the list of the loop in which the place stands, and throw? */
export function refusedInLoopBefore({ file, functions, start }: Place): boolean {
  const loops = file.facts.blocks.filter(({ kind, condition }) => kind === 'loop' && condition >= 0);
  const around = loops.filter((block) => block.start <= start && start < block.end).map(({ condition }) => textOf({ file, id: condition }));
  const throws = functions.flatMap((id) => (file.facts.functions[id]?.throws ?? []).map((thrown) => factOf({ file, id: thrown }).start));
  return loops.some((block) => {
    if (block.end > start || !functions.includes(block.function)) return false;
    const list = textOf({ file, id: block.condition });
    return list !== '' && around.includes(list) && throws.some((at) => at >= block.start && at < block.end);
  });
}

/** `items`, `dto.items`; '' for anything else. */
function textOf(value: ValueRef): string {
  const fact = factOf(value);
  if (fact.kind === 'reference') return fact.name;
  if (fact.kind !== 'member' || fact.name === null) return '';
  const [object] = operandsOf(fact);
  const owner = object === undefined ? '' : textOf({ file: value.file, id: object });
  return owner === '' ? '' : `${owner}.${fact.name}`;
}
