/** What a parameter is: by its type, by what a library passes to it, or by what callers pass. */
import { NONE, type ParameterValue, type ValueId } from '../../contracts/facts.js';
import type { Entity, ValueRef } from '../../contracts/program.js';
import type { CallbackModel } from '../../contracts/rules.js';
import { builtinCallbackInput } from '../builtins.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isKnown, union, UNKNOWN_ENTITIES } from './entities.js';
import { givenByFramework, givenThroughWrapper } from '../handlers/given-parameter.js';
import { passedByType } from './function-type.js';

const MAXIMUM_CALLERS = 24;

export function resolveParameter(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const declaration = ref.file.facts.functions[fact.function];
  const parameter = declaration?.parameters[fact.index];
  const type = parameter?.type;
  const typed = type === undefined ? UNKNOWN_ENTITIES : link.resolveType(ref.file, type);
  const given = givenByFramework(link, ref, fact, typed);
  if (isKnown(given)) return given;
  if (isKnown(typed)) return withOrigin(typed, () => passedEntities(link, ref, fact));
  if (declaration === undefined) return UNKNOWN_ENTITIES;
  const contextual = type === undefined ? passedByType(link, ref, fact) : UNKNOWN_ENTITIES;
  if (isKnown(contextual)) return contextual;
  const passed = passedEntities(link, ref, fact);
  if (passed.some((entity) => entity.kind !== 'unknown' && entity.kind !== 'constant')) return passed;
  const wrapped = givenThroughWrapper(link, ref, fact);
  return isKnown(wrapped) ? wrapped : passed;
}

/**
 * The type says what it is; the callers may say which one: of the things passed, those of the same path with the call that
 * made them, when every caller passes one.
 */
function withOrigin(typed: readonly Entity[], passed: () => readonly Entity[]): readonly Entity[] {
  const [only, ...others] = typed;
  if (only?.kind !== 'api' || only.created !== null || others.length > 0) return typed;
  // Passing nothing (`client: OpenAI | null`) says nothing about the one that is passed.
  const arriving = passed().filter((entity) => entity.kind !== 'constant');
  if (arriving.length === 0) return typed;
  return arriving.every((entity) => entity.kind === 'api' && entity.path === only.path) ? arriving : typed;
}

/** What arrives at the parameter by all uses of its function. */
function passedEntities(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const uses = link.usesOf({ file: ref.file, id: fact.function });
  const results: (readonly Entity[])[] = [];
  for (const use of uses.slice(0, MAXIMUM_CALLERS)) {
    if (use.kind === 'argument') {
      results.push(...passedByLibrary(link, use, fact.index), ...passedByLanguage(link, use, fact.index));
    }
    for (const value of passedValues(use, fact.index)) results.push(link.resolve(value));
  }
  return results.length === 0 ? UNKNOWN_ENTITIES : union(...results);
}

/** Entities that a modelled library call passes to its callback as parameter `index`. */
function passedByLibrary(link: Linking, use: Extract<FunctionUse, { kind: 'argument' }>, index: number): (readonly Entity[])[] {
  return callbackModels(link, use).flatMap(({ model, receiver }) => {
    const given = model.parameters[index] ?? null;
    if (given === null || given.startsWith('element:')) return [];
    if (given === 'receiver') return [link.resolve(receiver)];
    const argument = /^argument:(\d+)$/.exec(given);
    if (argument === null) return [[{ kind: 'api', path: link.models.normalise(given), created: null } as const]];
    const passed = argumentAt(use.call, Number(argument[1]));
    return passed === null ? [] : [link.resolve(passed)];
  });
}

/** Values of the program that a modelled library call passes on to its callback as parameter `index`. */
export function callbackInputs(link: Linking, use: Extract<FunctionUse, { kind: 'argument' }>, index: number): Passed[] {
  return callbackModels(link, use).flatMap(({ model }): Passed[] => {
    const given = /^(argument|element):(\d+)$/.exec(model.parameters[index] ?? '');
    const passed = given === null ? null : argumentAt(use.call, Number(given[2]));
    return passed === null ? [] : [{ value: passed, path: given?.[1] === 'element' ? ['[]'] : [] }];
  });
}

/** What a built-in method passes to its callback: `clients.forEach((client) => …)`, `connect().then((client) => …)`. */
function passedByLanguage(
  link: Linking,
  use: Extract<FunctionUse, { kind: 'argument' }>,
  index: number,
): (readonly Entity[])[] {
  const call = indexed(use.call);
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (callee?.kind !== 'member' || callee.name === null) return [];
  const input = builtinCallbackInput(callee.name, use.index, index);
  const receiver = sibling(call, callee.object);
  if (input === 'receiver') return [link.resolve(receiver)];
  if (input !== 'element') return [];
  return link.resolve(receiver).flatMap((entity) => {
    const literal = entity.kind === 'object' ? factOf(entity.value) : null;
    if (entity.kind !== 'object' || literal?.kind !== 'array') return [];
    return literal.elements.slice(0, 12).map((element) => link.resolve(sibling(entity.value, element)));
  });
}

/** The models that speak of this argument of this call. */
function callbackModels(
  link: Linking,
  use: Extract<FunctionUse, { kind: 'argument' }>,
): { model: CallbackModel; receiver: FileValue }[] {
  const call = indexed(use.call);
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(call, fact.callee));
  const receiver = sibling(call, callee.kind === 'member' ? callee.object : fact.callee);
  return link.resolve(sibling(call, fact.callee)).flatMap((entity) => {
    if (entity.kind !== 'api') return [];
    return link.models
      .callbacks(entity.path)
      .filter((model) => {
        const wanted = model.argument === -1 ? fact.args.length - 1 : model.argument;
        return (wanted === null || wanted === use.index) && (model.property === null || model.property === use.property);
      })
      .map((model) => ({ model, receiver }));
  });
}

/** A value that arrives somewhere, or one inside it. */
export interface Passed {
  value: FileValue;
  /** Where in the value: `['0']` is its first element. */
  path: readonly string[];
}

/** Values of the program that arrive at parameter `index` by this use of the function. */
export function passedValues(use: FunctionUse, index: number): ValueRef[] {
  return passedBy(use, index).flatMap((passed) => (passed.path.length === 0 ? [passed.value] : []));
}

/** The same, with those that stand in a list that is passed. Empty when nothing is passed, or a library passes it. */
export function passedBy(use: FunctionUse, index: number): Passed[] {
  if (use.kind === 'argument') return [];
  const bound = use.bound[index];
  if (bound !== undefined) return [{ value: indexed(bound), path: [] }];
  const fact = factOf(use.call);
  const position = index - use.shift;
  if (fact.kind !== 'call' || position < 0) return [];
  if (use.list === NONE) return argumentsAt(use.call, fact.args, position);
  const list = fact.args[use.list];
  return list === undefined ? [] : elementsAt(sibling(use.call, list), position);
}

function elementsAt(list: FileValue, position: number): Passed[] {
  const fact = factOf(list);
  return fact.kind === 'array' ? argumentsAt(list, fact.elements, position) : [{ value: list, path: [String(position)] }];
}

/** What stands at a position of a list in which others may be spread. */
export function argumentsAt(within: ValueRef, args: readonly ValueId[], position: number): Passed[] {
  for (const [at, id] of args.entries()) {
    const value = sibling(within, id);
    const fact = factOf(value);
    if (fact.kind === 'spread') return elementsAt(sibling(within, fact.operand), position - at);
    if (at === position) return [{ value, path: [] }];
  }
  return [];
}

/** The plain argument at a position; null when there is none or a spread hides it. */
export function argumentAt(call: ValueRef, index: number): FileValue | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || index < 0) return null;
  const passed = argumentsAt(call, fact.args, index)[0];
  return passed?.path.length === 0 ? passed.value : null;
}
