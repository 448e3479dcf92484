/** `crypto.hashes`: whether what a slow hash or a key is made of was chosen by a person, who could have chosen what is found by trying. */
import type { LinkedFile, Program, RoleSite, ValueRef } from '../../../contracts/program.js';
import { calledName, writtenName } from '../../../contracts/written-name.js';
import { answerOf, NO } from '../../answer.js';
import { splitWords } from '../../names/name-words.js';
import type { Predicate } from '../index.js';

/** What people choose. */
const CHOSEN = /pass(?:word|wd|phrase|code)?$|pwd|^pw$|^plain/i;
/** Codes and tokens that a program hands out. */
const HANDED_OUT: ReadonlySet<string> = new Set(['code', 'otp', 'totp', 'token', 'apikey']);
/** Makers of what nobody has chosen. */
const DRAWS = /^generate|random|^(?:nanoid|uuid|cuid|ulid)|^v[47]$/i;

/**
 * `with: fixed`: a text that the program or its settings hold, such as one that is hashed to take the same time; `with: drawn`: a code, token or key that the program draws;
 * `with: password`: what a person has chosen, by its name, that of the function or of the file.
 */
export const hashes: Predicate = (site, operand, { program }) => {
  if (site.role === null || site.value === null) return NO;
  const data = hashedBy(site.role, program);
  const names = data.map((value) => nameOf(value, program));
  if (operand === 'password') return answerOf([...names, program.symbolAt(site.value).split('.').at(-1) ?? ''].some((name) => CHOSEN.test(name) || /password/i.test(name)) || /password/i.test(site.value.file.facts.path));
  if (data.length === 0 || names.some((name) => CHOSEN.test(name))) return NO;
  if (operand === 'fixed') return answerOf(data.every((value) => isFixed(value, program)));
  if (operand === 'drawn') return answerOf(data.every((value, index) => HANDED_OUT.has(splitWords(names[index]!).at(-1) ?? '') || isDrawn(value, program)));
  throw new Error('crypto.hashes takes fixed, drawn or password');
};

/** What the call takes; of a salt what is hashed with it in the same function. */
function hashedBy(role: RoleSite, program: Program): ValueRef[] {
  const { file, id } = role.value;
  const of = (site: RoleSite) => ('data' in site.entry.arguments ? program.argumentList(site, 'data') : []);
  const own = of(role);
  if (own.length > 0 || role.role !== 'password.hash') return own;
  const around = file.functionAt(file.facts.values[id]!.start);
  return program.sitesOf('password.hash').filter((each) => each.value.file === file && file.functionAt(file.facts.values[each.value.id]!.start) === around).flatMap(of);
}

function nameOf({ file, id }: ValueRef, program: Program): string {
  const fact = program.fact({ file, id });
  if (fact.kind === 'logical') return nameOf({ file, id: fact.left }, program);
  return fact.kind === 'call' ? (calledName(file, id) ?? '') : (writtenName(fact) ?? '');
}

function isFixed(value: ValueRef, program: Program): boolean {
  const { origins, truncated } = program.trace(value, { sink: 'value' });
  return !truncated && origins.length > 0 && origins.every(({ kind }) => kind === 'constant' || kind === 'environment');
}

function isDrawn(value: ValueRef, program: Program): boolean {
  const sources = program.sourcesOf(value);
  return sources.length > 0 && sources.every(({ file, id }) => draws(file, id));
}

function draws(file: LinkedFile, id: number): boolean {
  const fact = file.facts.values[id]!;
  if (fact.kind !== 'call') return false;
  const callee = file.facts.values[fact.callee];
  // `randomBytes(32).toString('hex')`
  return DRAWS.test(calledName(file, id) ?? '') || (callee?.kind === 'member' && draws(file, callee.object));
}
