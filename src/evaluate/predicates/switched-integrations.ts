/** Variables of an integration that another variable switches on: `SQS_ENABLED` beside `SQS_SECRET_ACCESS_KEY`. */
import type { Program } from '../../contracts/program.js';
import { answerOf, NO } from '../answer.js';
import type { Predicate } from './index.js';

const SWITCH = /^(?:NEXT_PUBLIC_|VITE_|PUBLIC_)?(?:ENABLE_(?<after>[A-Z0-9_]+)|(?<before>[A-Z0-9_]+?)_(?:IS_)?ENABLED?)$/;
const memo = new WeakMap<Program, ReadonlySet<string>>();

/** Does the program read a switch whose name, without the word for it, begins the name of the site's variable? */
export const switchedIntegration: Predicate = (site, _operand, { program }) => {
  if (site.read === null) return NO;
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
