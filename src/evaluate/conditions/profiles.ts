/** Settings of one stage that stand in a place of their own: `config/env/development.js`, `{ development: { … }, production: { … } }`. */
import type { Program, ValueRef } from '../../contracts/program.js';
import { PRODUCTION } from '../names/stage-names.js';

/** Files that are loaded by the name of the stage. `config/passport/local.js` is no stage. */
const PROFILE_FILE = /(?:^|\/)(?:configs?|configuration|environments?|envs?|settings|profiles|stages?)\/(?:dev|development|test|testing)(?:\.[\w-]+)*\.[cm]?[jt]sx?$|(?:^|\/)(?:environments?|envs?|profiles|stages?)\/local(?:\.[\w-]+)*\.[cm]?[jt]sx?$/i;
/** Such files beside each other: `config.development.ts`, `config.production.ts`. */
const NAMED_FILE = /(?:^|\/)(?:configs?|configuration|env|environment|settings)[.-](?:dev|development|test|testing|local)\.[cm]?[jt]sx?$/i;
const STAGE_WORD = /(?:dev|development|test|testing|local)(?=(?:\.[\w-]+)*\.[cm]?[jt]sx?$)/i;
const OTHER_STAGE = /^(?:dev|development|test|testing|local|\$default)$/i;
const MAXIMUM_DEPTH = 8;

/** The value is a setting of another stage than production: where that is said, or null. */
export function otherProfileOf(value: ValueRef, program: Program): ValueRef | null {
  const { path } = value.file.facts;
  if (PROFILE_FILE.test(path) || (NAMED_FILE.test(path) && hasProductionFile(path, program))) return value;
  let inner = value.id;
  for (let depth = 0; depth < MAXIMUM_DEPTH; depth += 1) {
    const outer = value.file.parentOf(inner);
    if (outer < 0) return null;
    const fact = program.fact({ file: value.file, id: outer });
    if (fact.kind === 'function') return null;
    if (fact.kind === 'object') {
      const holder = fact.properties.find((property) => property.value === inner);
      const isBeside = fact.properties.some((property) => property.name !== null && PRODUCTION.test(property.name));
      if (isBeside && holder?.name != null && OTHER_STAGE.test(holder.name)) return { file: value.file, id: outer };
    }
    if (isProfileVariable(value.file, outer)) return { file: value.file, id: outer };
    inner = outer;
  }
  return null;
}

/** Is the value a setting of another stage, and is there one for production as well? */
export function isReplacedInProduction(value: ValueRef, program: Program): boolean {
  const profile = otherProfileOf(value, program);
  return profile !== null && (profile.id !== value.id || hasProductionFile(value.file.facts.path, program));
}

function hasProductionFile(path: string, program: Program): boolean {
  return ['production', 'prod'].some((stage) => program.files.has(path.replace(STAGE_WORD, stage)));
}

/** `const development = { … }` in a file that has a `production` as well. */
function isProfileVariable({ facts }: ValueRef['file'], object: number): boolean {
  const isHeld = facts.bindings.some(({ name, writes }) => OTHER_STAGE.test(name) && writes.length === 1 && writes[0]!.value === object);
  return isHeld && facts.bindings.some(({ name }) => PRODUCTION.test(name));
}
