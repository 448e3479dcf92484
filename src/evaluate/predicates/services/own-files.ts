/** `request.own-file`: a call that goes to no other machine, but to a file that is bundled with the program. */
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import type { Predicate } from '../index.js';

/** `fetch(new URL('./font.ttf', import.meta.url))`: bundlers put the file beside the program and its address here. */
export const ownFile: Predicate = ({ role }, _operand, { program }) => {
  const url = role === null ? null : program.argument(role, 'url');
  if (url === null) return NO;
  const sources = program.sourcesOf(url);
  return answerOf(sources.length > 0 && sources.every((source) => isBesideModule(source, program)), { reason: 'the file is bundled with the program' });
};

function isBesideModule({ file, id }: ValueRef, program: Program): boolean {
  const fact = file.facts.values[id];
  if (fact?.kind !== 'call' || !fact.isNew || fact.args.length < 2) return false;
  return program.describe({ file, id: fact.callee }) === 'URL' && program.describe({ file, id: fact.args[1]! }) === 'import.meta.url';
}
