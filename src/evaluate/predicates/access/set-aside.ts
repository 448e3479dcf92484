/** `auth.set-aside`, `auth.of-developers`: routes that a stranger may ask for without much harm, as far as the program tells. */
import type { Program, Route, ValueRef } from '../../../contracts/program.js';
import { answerOf, NO } from '../../answer.js';
import { effectOf, queriesIn } from '../../authentication/effects.js';
import { signsOf } from '../../authentication/function-signs.js';
import { reachedWhenWell } from '../../authentication/reach.js';
import { calledName } from '../../../contracts/written-name.js';
import type { Predicate } from '../index.js';

/** Places for what nobody has claimed yet. */
const ASIDE = /(?:^|[^a-z])(?:temp(?:orary)?|tmp|tmpdir|staging)(?:[^a-z]|$)/i;
const DEPTH = 2;
/** Methods that keep a record. */
const KEEPS = /^(?:create|insert|save|update|upsert|store)(?:One|Many)?$/;
/** Programs of a repository that are named for a developer's machine: `packages/local-generator/`. */
const OF_DEVELOPERS = /(?:^|\/)(?:local|mock|fake|sandbox)-[\w-]+\//;

/** `auth.set-aside`: the route does no more than put a file in a temporary place, as guests do before they sign up. */
export const setAside: Predicate = ({ route }, _operand, { program }) => (route === null ? NO : answerOf(onlyPutsAside(route, program)));

/** `auth.of-developers`: the program is named for a developer's machine. */
export const ofDevelopers: Predicate = ({ value }) => answerOf(value !== null && OF_DEVELOPERS.test(value.file.facts.path));

function onlyPutsAside(route: Route, program: Program): boolean {
  const { at } = effectOf(route, program);
  if (at === null || route.handler === null || !isWrittenAside(at, program)) return false;
  const reached = reachedWhenWell(program, [route.handler], DEPTH);
  return queriesIn(reached, program).length === 0 && !reached.some(({ ref }) => signsOf(ref).calls.some((id) => KEEPS.test(calledName(ref.file, id) ?? '')));
}

function isWrittenAside(at: ValueRef, program: Program): boolean {
  const paths = program.rolesAt(at).filter(({ role }) => role === 'file.write').flatMap((site) => program.argumentList(site, 'path'));
  return paths.length > 0 && paths.every((path) => [path, ...program.sourcesOf(path)].some((each) => ASIDE.test(program.describe(each)) || partsOf(each, program).some((part) => ASIDE.test(program.describe(part)))));
}

/** `path.join(settings.TEMPORARY, name)`. */
function partsOf({ file, id }: ValueRef, program: Program): ValueRef[] {
  const fact = program.fact({ file, id });
  const ids = fact.kind === 'call' ? fact.args : fact.kind === 'template' || fact.kind === 'concat' ? fact.parts : [];
  return ids.map((each) => ({ file, id: each }));
}
