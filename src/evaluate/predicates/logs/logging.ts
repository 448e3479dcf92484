/** `only-logged`: nothing is done with the result but writing it to a log. */
import { NONE } from '../../../contracts/facts.js';
import type { Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { usesIn } from '../../file-uses.js';
import { writtenName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

const MAX_DEPTH = 12;
/** Loggers go by these names; their methods are the levels of RFC 5424 and those customary in Node. */
const LOGGER = /^(?:console|log|logger|.*logger|.*log)$/i;
const LEVEL = /^(?:log|trace|debug|verbose|info|notice|warn|warning|error|fatal|critical|silly)$/;

/** Packages that write a line for each request, and ask functions of the program for what goes into it. */
const REQUEST_LOGGER = /^(?:@[\w-]+\/)?(?:[\w-]+-)?(?:winston|pino|bunyan|morgan|logger|log)(?:-[\w-]+)?(?::|$)/;

export const onlyLogged: Predicate = (site, _operand, { program }) => {
  if (site.value === null) return NO;
  const fates = fatesOf(site.value, program, 0);
  return answerOf(fates.includes('logged') && !fates.includes('other'), { reason: 'it is only written to a log' });
};

type Fate = 'logged' | 'tested' | 'other';

function fatesOf(value: ValueRef, program: Program, depth: number): Fate[] {
  const { file, id } = value;
  if (depth > MAX_DEPTH) return ['other'];
  if (isAfterAnswer(value, program)) return ['logged'];
  const parent = file.parentOf(id);
  if (parent !== NONE) return fatesInParent(value, parent, program, depth);
  const uses = usesIn(file);
  if (uses.writtenTo(id).length > 0) return ['other'];
  const returning = uses.returnedBy(id);
  if (returning.length > 0) return [returning.every((each) => isGivenToLogger({ file, id: uses.valueOfFunction(each) }, program)) ? 'logged' : 'other'];
  return uses.bindingsOf(id).flatMap((binding) => file.facts.bindings[binding]!.uses.flatMap((use) => fatesOf({ file, id: use }, program, depth + 1)));
}

/** Stands in what is called when the answer has gone, `res.on('finish', …)`: a record of the request, by which nothing is decided any more. */
function isAfterAnswer({ file, id }: ValueRef, program: Program): boolean {
  const { functions, values } = file.facts;
  for (let around = file.functionAt(values[id]!.start); around > 0; around = functions[around]!.parent) {
    const call = file.parentOf(usesIn(file).valueOfFunction(around));
    const fact = call === NONE ? undefined : values[call]!;
    if (fact?.kind !== 'call' || !/^(?:on|once)$/.test(writtenName(values[fact.callee]!) ?? '')) continue;
    if (program.constants({ file, id: fact.args[0]! })?.every((name) => name === 'finish' || name === 'close') === true) return true;
  }
  return false;
}

function fatesInParent({ file, id }: ValueRef, parent: number, program: Program, depth: number): Fate[] {
  const fact = file.facts.values[parent]!;
  const up = () => fatesOf({ file, id: parent }, program, depth + 1);
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

/** `expressWinston.logger({ dynamicMeta: (req) => … })`, `pinoHttp({ customProps: (req) => … })`. */
function isGivenToLogger(given: ValueRef, program: Program): boolean {
  const { file } = given;
  for (let id = given.id, step = 0; id !== NONE && step < 4; step += 1) {
    const parent: number = file.parentOf(id);
    const fact = parent === NONE ? undefined : file.facts.values[parent]!;
    if (fact?.kind === 'call') return fact.callee !== id && program.apiPaths({ file, id: fact.callee }).some((path) => REQUEST_LOGGER.test(path));
    if (fact?.kind !== 'object') return false;
    id = parent;
  }
  return false;
}

function isLogCall(file: ValueRef['file'], calleeId: number): boolean {
  const callee = file.facts.values[calleeId];
  const object = callee?.kind === 'member' ? file.facts.values[callee.object] : undefined;
  const name = writtenName(object);
  return callee?.kind === 'member' && callee.name !== null && LEVEL.test(callee.name) && name !== null && LOGGER.test(name);
}
