/** The walk at library functions of which the place of an argument says what becomes of it: `Object.assign` takes the last, `util.format` fills directives. */
import { type FileValue, type Linking } from '../linking.js';
import { factOf } from '../value-graph.js';
import type { Invocation } from './invocations.js';
import { ANY, ELEMENT, KEYS, type Visit, type Walk } from './visit.js';

/** Directives that write a number, and those that take their argument and write nothing. */
const NUMBER = /[dif]/;
const NOTHING = 'c';

/** @returns whether the walk has gone on, or ended, here */
export function stepIntoAssembled(link: Linking, walk: Walk, visit: Visit, { paths, args, list }: Invocation): boolean {
  if (list !== null) return false;
  if (paths.some((path) => link.models.roleEntries('call', path).some(({ role, attributes }) => role === 'object.assign' && attributes['wins'] === 'last'))) return stepIntoMerged(walk, visit, args);
  return paths.includes('util:format') && stepIntoFormat(link, walk, visit, args);
}

/** `Object.assign({}, req.query, { table: 'orders' }).table`: what stands before an object that has the property cannot be read any more. */
function stepIntoMerged(walk: Walk, visit: Visit, args: readonly FileValue[]): boolean {
  const name = visit.path[0];
  if (name === undefined || name === ANY || name === ELEMENT || name === KEYS) return false;
  const last = args.findLastIndex((argument) => writes(argument, name));
  if (last <= 0) return false;
  args.slice(last).forEach((argument) => walk.go(visit, argument));
  return true;
}

function writes(value: FileValue, name: string): boolean {
  const fact = factOf(value);
  return fact.kind === 'object' && fact.properties.some((property) => property.name === name && property.kind === 'value');
}

/** `format('… WHERE id = %d', id)`: at `%d` stands a number, whatever is given. */
function stepIntoFormat(link: Linking, walk: Walk, visit: Visit, [format, ...values]: readonly FileValue[]): boolean {
  const texts = format === undefined ? null : link.constants(format);
  if (format === undefined || texts?.length !== 1) return false;
  const directives = [...String(texts[0]).matchAll(/%([sdifjoOc%])/g)].map((match) => match[1]!).filter((letter) => letter !== '%');
  walk.end(visit, 'constant', '');
  values.forEach((value, index) => {
    const directive = directives[index] ?? 's';
    if (NUMBER.test(directive)) walk.end(visit, 'numeric', '');
    else if (directive !== NOTHING) walk.go(visit, value, { path: [], text: 'goes through util:format()' });
  });
  return true;
}
