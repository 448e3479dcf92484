/** Variables of an integration that another variable switches on: `SQS_ENABLED` beside `SQS_SECRET_ACCESS_KEY`. */
import type { ValueFact } from '../../../contracts/facts.js';
import type { LinkedFile, Program, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO, yes } from '../../answer.js';
import type { Predicate } from '../index.js';
import { signInProvider } from './sign-in-secrets.js';

const SWITCH = /^(?:NEXT_PUBLIC_|VITE_|PUBLIC_)?(?:ENABLE_(?<after>[A-Z0-9_]+)|(?<before>[A-Z0-9_]+?)_(?:IS_)?ENABLED?)$/;
/** So many ways to sign in, a password among them, are a choice, of which a deployment takes some. */
const MANY_WAYS = 2;
const providers = new WeakMap<Program, number>();

function isOneOfManyWays(name: string, program: Program): boolean {
  if (signInProvider(name) === null) return false;
  let count = providers.get(program);
  if (count === undefined) providers.set(program, (count = new Set(program.environment.reads.flatMap((read) => signInProvider(read.name) ?? [])).size + (program.sitesOf('password.hash').length > 0 ? 1 : 0)));
  return count >= MANY_WAYS;
}

/** So many services beside each other, each with a key and a secret of its own, are a table of which a deployment uses some. */
const MANY_BESIDE = 4;

/** `{ drive: { key: env.A, secret: … }, dropbox: { key: env.B, secret: … }, box: …, zoom: … }` */
function isOneInTable({ file, id }: ValueRef): boolean {
  const own = objectAround(file, id);
  const table = own === null || !holdsKeys(file.facts.values[own]) ? undefined : file.facts.values[file.parentOf(own)];
  return table?.kind === 'object' && table.properties.filter((each) => holdsKeys(file.facts.values[each.value])).length >= MANY_BESIDE;
}

function objectAround(file: LinkedFile, id: number): number | null {
  for (let outer = file.parentOf(id); outer >= 0; outer = file.parentOf(outer)) {
    const { kind } = file.facts.values[outer]!;
    if (kind === 'object') return outer;
    if (kind === 'function') return null;
  }
  return null;
}

function holdsKeys(fact: ValueFact | undefined): boolean {
  if (fact?.kind !== 'object') return false;
  const has = (pattern: RegExp) => fact.properties.some(({ name }) => pattern.test(name ?? ''));
  return has(/secret$/i) && has(/(?:key|id)$/i);
}

const memo = new WeakMap<Program, ReadonlySet<string>>();

/** Does the program read a switch whose name, without the word for it, begins the name of the site's variable, or is that of one among many ways to sign in, or of one in a table of services? */
export const switchedIntegration: Predicate = (site, _operand, { program }) => {
  if (site.read === null) return NO;
  if (isOneOfManyWays(site.read.name, program) || (site.value !== null && isOneInTable(site.value))) return yes();
  const words = site.read.name.split('_');
  const stems = stemsOf(program);
  return answerOf(words.some((_, index) => index > 0 && stems.has(words.slice(0, index).join('_'))));
};

function stemsOf(program: Program): ReadonlySet<string> {
  let stems = memo.get(program);
  if (stems === undefined) {
    stems = new Set(program.environment.reads.flatMap(({ name }) => {
      const { before, after } = SWITCH.exec(name)?.groups ?? {};
      return [before, after].filter((stem) => stem !== undefined);
    }));
    memo.set(program, stems);
  }
  return stems;
}
