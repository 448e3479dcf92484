/** What a parameter is where a framework finds the function by itself. */
import { NONE, type ParameterValue } from '../../contracts/facts.js';
import type { Entity } from '../../contracts/program.js';
import { packageOf } from '../api-path.js';
import type { GivenParameter } from './framework-handlers.js';
import type { IndexedFile } from '../indexed-file.js';
import { type FileValue, type Linking, indexed } from '../linking.js';
import { UNKNOWN_ENTITIES } from '../resolve/entities.js';

const MAXIMUM_CALLERS = 8;

/**
 * What the framework passes to the parameter of a function that stands where it looks; unknown where a written type says more.
 * @param typed what the parameter is by its type
 */
export function givenByFramework(link: Linking, ref: FileValue, fact: ParameterValue, typed: readonly Entity[]): readonly Entity[] {
  const given = link.handlers.givenTo(ref, fact, false);
  if (given?.model.directive !== undefined && given.model.directive !== null && isForServersOnly(link, ref.file, given.model.directive)) return UNKNOWN_ENTITIES;
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

/** Components may hand a function on to the browser. */
const COMPONENT_FILE = /\.[jt]sx$/;
const serversOnly = new WeakMap<Linking, Map<IndexedFile, boolean>>();

/**
 * Is a module of functions that browsers may call brought in by other modules of the server alone? Then nothing makes an endpoint
 * of its functions. What such a module with the same directive brings in stays on the server; and a component hands on only what it
 * imports itself, by this module or by one that exports it again: what another module calls for it never leaves the server.
 */
export function isForServersOnly(link: Linking, file: IndexedFile, directive: string): boolean {
  let known = serversOnly.get(link);
  if (known === undefined) serversOnly.set(link, (known = new Map()));
  const before = known.get(file);
  if (before !== undefined) return before;
  const reached = new Set(link.importersOf(file));
  const handedOn = handingOn(link, file);
  let reachesBrowser = broughtInByBrowsers(link).has(file.facts.path);
  for (const importer of reached as Set<IndexedFile>) {
    if ((COMPONENT_FILE.test(importer.facts.path) && handedOn.has(importer)) || importer.facts.directives.includes('use client')) reachesBrowser = true;
    else if (!importer.facts.directives.includes(directive)) for (const next of link.importersOf(importer)) reached.add(next);
  }
  const answer = reached.size > 0 && !reachesBrowser;
  known.set(file, answer);
  return answer;
}

/** The files that import the module itself, or one that exports again what it brings in. */
function handingOn(link: Linking, file: IndexedFile): ReadonlySet<IndexedFile> {
  const found = new Set(link.importersOf(file)) as Set<IndexedFile>;
  for (const importer of found) if (exportsAgain(importer)) for (const next of link.importersOf(importer)) found.add(next as IndexedFile);
  return found;
}

function exportsAgain({ facts }: IndexedFile): boolean {
  return facts.exports.some((each) => each.kind !== 'value' || facts.bindings[each.binding]?.kind === 'import');
}

const IN_BROWSERS = new WeakMap<Linking, ReadonlySet<string>>();

/** Paths of files that front-end code imports; none of that code is part of the program. */
function broughtInByBrowsers(link: Linking): ReadonlySet<string> {
  let known = IN_BROWSERS.get(link);
  if (known === undefined) {
    const targets = [...link.frontEnd.values()].flatMap((file) => file.facts.imports.map(({ specifier }) => link.modules.resolve(file, specifier)));
    IN_BROWSERS.set(link, (known = new Set(targets.flatMap((target) => (target.kind === 'file' ? [target.file.facts.path] : [])))));
  }
  return known;
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
