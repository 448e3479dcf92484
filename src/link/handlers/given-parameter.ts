/** What a parameter is where a framework finds the function by itself. */
import { NONE, type ParameterValue } from '../../contracts/facts.js';
import type { Entity } from '../../contracts/program.js';
import { packageOf } from '../api-path.js';
import type { GivenParameter } from './framework-handlers.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { UNKNOWN_ENTITIES } from '../resolve/entities.js';

const MAXIMUM_CALLERS = 8;

/**
 * What the framework passes to the parameter of a function that stands where it looks; unknown where a written type says more.
 * @param typed what the parameter is by its type
 */
export function givenByFramework(link: Linking, ref: FileValue, fact: ParameterValue, typed: readonly Entity[]): readonly Entity[] {
  const given = link.handlers.givenTo(ref, fact, false);
  return given === null || (given.model.each === null && typed.some((entity) => saysMore(entity, given))) ? UNKNOWN_ENTITIES : entitiesOf(link, given);
}

/** The same for a function that a wrapper is given or returns: `export const GET = withAuth(handler)`. */
export function givenThroughWrapper(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const given = link.handlers.givenTo(ref, fact, true) ?? givenToReturned(link, ref, fact);
  return given === null ? UNKNOWN_ENTITIES : entitiesOf(link, given);
}

function givenToReturned(link: Linking, ref: FileValue, fact: ParameterValue): GivenParameter | null {
  const { file } = ref;
  const own = file.valueOfFunction(fact.function);
  if (own === NONE || !link.handlers.looksForExports(file.package)) return null;
  const names = (file.facts.functions[fact.function]?.parameters ?? []).map((parameter) => parameter.name).join();
  for (const wrapper of file.functionsReturning(own)) {
    for (const use of link.usesOf({ file, id: wrapper }).slice(0, MAXIMUM_CALLERS)) {
      const given = use.kind === 'call' ? link.handlers.givenToResult(indexed(use.call), names, fact.index) : null;
      if (given !== null) return given;
    }
  }
  return null;
}

/** A type of the framework itself, of the platform or of the program. */
function saysMore(entity: Entity, given: GivenParameter): boolean {
  if (entity.kind !== 'api') return entity.kind !== 'unknown';
  const name = packageOf(entity.path);
  return name === 'global' || given.model.packages.some((each) => name === each || name.startsWith(`${each}/`));
}

function entitiesOf(link: Linking, given: GivenParameter): readonly Entity[] {
  return [{ kind: 'api', path: link.models.normalise(given.path), created: null }];
}
