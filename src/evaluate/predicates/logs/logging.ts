/** `only-logged`: nothing is done with the result but writing it to a log. */
import { NONE } from '../../../contracts/facts.js';
import type { ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

const MAX_DEPTH = 12;
/** Loggers go by these names; their methods are the levels of RFC 5424 and those customary in Node. */
const LOGGER = /^(?:console|log|logger|.*logger|.*log)$/i;
const LEVEL = /^(?:log|trace|debug|verbose|info|notice|warn|warning|error|fatal|critical|silly)$/;

export const onlyLogged: Predicate = (site) => {
  if (site.value === null) return NO;
  const fates = fatesOf(site.value, 0);
  return answerOf(fates.includes('logged') && !fates.includes('other'), { reason: 'it is only written to a log' });
};

type Fate = 'logged' | 'tested' | 'other';

function fatesOf(value: ValueRef, depth: number): Fate[] {
  const { file, id } = value;
  if (depth > MAX_DEPTH) return ['other'];
  const parent = file.parentOf(id);
  if (parent !== NONE) return fatesInParent(value, parent, depth);
  const uses = usesIn(file);
  if (uses.returnedBy(id).length > 0 || uses.writtenTo(id).length > 0) return ['other'];
  return uses.bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses.flatMap((use) => fatesOf({ file, id: use }, depth + 1)));
}

function fatesInParent({ file, id }: ValueRef, parent: number, depth: number): Fate[] {
  const fact = file.facts.values[parent]!;
  const up = () => fatesOf({ file, id: parent }, depth + 1);
  switch (fact.kind) {
    case 'await':
    case 'cast':
    case 'object':
    case 'array':
    case 'template':
    case 'concat':
    case 'spread':
      return up();
    case 'member':
      return fact.object === id ? up() : ['other'];
    case 'logical':
      return fact.operator === '&&' && fact.left === id ? ['tested'] : up();
    case 'conditional':
      return fact.test === id ? ['tested'] : up();
    case 'unary':
      return fact.operator === '!' || fact.operator === 'typeof' ? ['tested'] : ['other'];
    case 'call':
      return fact.callee !== id && isLogCall(file, fact.callee) ? ['logged'] : ['other'];
    default:
      return ['other'];
  }
}

function isLogCall(file: ValueRef['file'], calleeId: number): boolean {
  const callee = file.facts.values[calleeId];
  const object = callee?.kind === 'member' ? file.facts.values[callee.object] : undefined;
  const name = writtenName(object);
  return callee?.kind === 'member' && callee.name !== null && LEVEL.test(callee.name) && name !== null && LOGGER.test(name);
}
