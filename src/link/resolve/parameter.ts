/** What a parameter is: by its type, by what a library passes to it, by what callers pass, or by the shape of its function. */
import type { ParameterValue } from '../../contracts/facts.js';
import type { Entity, FunctionRef } from '../../contracts/program.js';
import { packageOf } from '../api-path.js';
import type { FileValue, Linking } from '../linking.js';
import { factOf } from '../value-graph.js';
import { passedByDecorator, passedByLanguage, passedByLibrary, passedToAssigned } from './callbacks.js';
import { isKnown, union, UNKNOWN_ENTITIES } from './entities.js';
import { givenByFramework, givenThroughWrapper } from '../handlers/given-parameter.js';
import { passedByType } from './function-type.js';
import { passedBy } from './passed-values.js';
import { resolveByShape } from './shapes.js';

const MAXIMUM_CALLERS = 24;
/** Wrappers around wrappers that hand all their arguments on. */
const MAXIMUM_FORWARDING = 4;

export function resolveParameter(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const declaration = ref.file.facts.functions[fact.function];
  const type = declaration?.parameters[fact.index]?.type;
  const typed = type === undefined ? UNKNOWN_ENTITIES : link.resolveType(ref.file, type);
  const framework = givenByFramework(link, ref, fact, typed);
  if (isKnown(framework)) return framework;
  const saysLittle = !isKnown(typed) || typed.every((entity) => isOfNoModel(link, entity));
  if (!saysLittle && typed.every((entity) => entity.kind === 'api')) return withOrigin(typed, () => passedTo(link, ref, fact));
  if (declaration === undefined) return typed;
  const decorated = passedByDecorator(link, ref.file, declaration, fact.index);
  if (decorated.length > 0) return decorated;
  if (!saysLittle) return typed;
  const contextual = type === undefined ? passedByType(link, ref, fact) : UNKNOWN_ENTITIES;
  if (isKnown(contextual)) return contextual;
  const { given, passed } = passedTo(link, ref, fact);
  const arriving = union(given, passed);
  if (isKnown(typed) && given.length === 0) return prefersShape(resolveByShape(link, ref, fact, type), () => withOrigin(typed, () => ({ given, passed })));
  if (arriving.some((entity) => entity.kind !== 'unknown' && entity.kind !== 'constant')) return arriving;
  const wrapped = givenThroughWrapper(link, ref, fact);
  if (isKnown(wrapped)) return wrapped;
  return isKnown(arriving) ? arriving : resolveByShape(link, ref, fact, type);
}

function prefersShape(shaped: readonly Entity[], otherwise: () => readonly Entity[]): readonly Entity[] {
  return shaped.some((entity) => entity.kind === 'api' && entity.shape === 'medium') ? shaped : otherwise();
}

/** A name that no import explains, or of a library of which no model speaks. */
function isOfNoModel(link: Linking, entity: Entity): boolean {
  if (entity.kind !== 'api') return false;
  const owner = packageOf(entity.path);
  return owner === 'global' || !link.models.knowsPackage(owner);
}

interface Arriving {
  /** By a library that calls the function. */
  given: readonly Entity[];
  /** By callers in the program. */
  passed: readonly Entity[];
}

/**
 * The type says what it is; the callers may say which one: of the things passed, those of the same path with the call that
 * made them, when every caller passes one. What a library passes is of its own kind, whatever the type is called.
 */
function withOrigin(typed: readonly Entity[], arriving: () => Arriving): readonly Entity[] {
  const [only, ...others] = typed;
  if (only?.kind !== 'api' || only.created !== null || others.length > 0) return typed;
  const { given, passed } = arriving();
  if (given.length > 0 && given.every((entity) => entity.kind === 'api' && entity.path !== only.path)) return given;
  // Passing nothing (`client: OpenAI | null`) says nothing about the one that is passed.
  const found = union(given, passed).filter((entity) => entity.kind !== 'constant');
  if (found.length === 0) return typed;
  return found.every((entity) => entity.kind === 'api' && entity.path === only.path) ? found : typed;
}

/** What arrives at the parameter by all uses of its function. */
function passedTo(link: Linking, ref: FileValue, fact: ParameterValue): Arriving {
  return arrivingAt(link, { file: ref.file, id: fact.function }, fact.index, 0);
}

function arrivingAt(link: Linking, ref: FunctionRef, index: number, depth: number): Arriving {
  const given: (readonly Entity[])[] = [passedToAssigned(link, ref, index)];
  const passed: (readonly Entity[])[] = [];
  for (const use of link.usesOf(ref).slice(0, MAXIMUM_CALLERS)) {
    if (use.kind === 'argument') {
      given.push(passedByLibrary(link, use, ref, index));
      passed.push(passedByLanguage(link, use, index));
    }
    for (const { value, path } of passedBy(use, index)) {
      if (path.length === 0) passed.push(link.resolve(value));
      const outer = path.length === 1 && depth < MAXIMUM_FORWARDING ? ownArgument(value, Number(path[0])) : null;
      if (outer === null) continue;
      const arriving = arrivingAt(link, outer.function, outer.index, depth + 1);
      given.push(arriving.given);
      passed.push(arriving.passed);
    }
  }
  return { given: union(...given), passed: union(...passed) };
}

/** The list holds the arguments of the function around it (`fn(...args)`, `fn.apply(this, arguments)`): which of its parameters stands at the position. */
function ownArgument(list: FileValue, position: number): { function: FunctionRef; index: number } | null {
  const name = factOf(list);
  if (name.kind !== 'reference' || Number.isNaN(position)) return null;
  const { file } = list;
  if (name.binding < 0) return name.name === 'arguments' ? { function: { file, id: file.functionAt(name.start) }, index: position } : null;
  const written = file.facts.bindings[name.binding]?.writes[0];
  const rest = written === undefined ? undefined : file.facts.values[written.value];
  return rest?.kind === 'parameter' && rest.rest ? { function: { file, id: rest.function }, index: rest.index + position } : null;
}
