/** What a parameter is: by its type, by what a library passes to it, or by what callers pass. */
import type { ParameterValue } from '../../contracts/facts.js';
import type { Entity, ValueRef } from '../../contracts/program.js';
import type { CallbackModel } from '../../contracts/rules.js';
import { builtinCallbackInput } from '../builtins.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { isKnown, union, UNKNOWN_ENTITIES } from './entities.js';
import { passedByType } from './function-type.js';

const MAXIMUM_CALLERS = 24;

export function resolveParameter(link: Linking, ref: FileValue, fact: ParameterValue): readonly Entity[] {
  const declaration = ref.file.facts.functions[fact.function];
  const parameter = declaration?.parameters[fact.index];
  const type = parameter?.type;
  if (type !== undefined) {
    const typed = link.resolveType(ref.file, type);
    if (isKnown(typed)) return withOrigin(typed, () => passedEntities(link, ref, fact));
  }
  if (declaration === undefined) return UNKNOWN_ENTITIES;
  const contextual = type === undefined ? passedByType(link, ref, fact) : UNKNOWN_ENTITIES;
  return isKnown(contextual) ? contextual : passedEntities(link, ref, fact);
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
    for (const value of passedValues(link, use, fact.index)) results.push(link.resolve(value));
  }
  return results.length === 0 ? UNKNOWN_ENTITIES : union(...results);
}

/** Entities that a modelled library call passes to its callback as parameter `index`. */
function passedByLibrary(link: Linking, use: Extract<FunctionUse, { kind: 'argument' }>, index: number): (readonly Entity[])[] {
  return callbackModels(link, use).flatMap(({ model, receiver }) => {
    const given = model.parameters[index] ?? null;
    if (given === null) return [];
    if (given === 'receiver') return [receiver];
    const argument = /^argument:(\d+)$/.exec(given);
    if (argument === null) return [[{ kind: 'api', path: link.models.normalise(given), created: null } as const]];
    const passed = argumentAt(use.call, Number(argument[1]));
    return passed === null ? [] : [link.resolve(passed)];
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
): { model: CallbackModel; receiver: readonly Entity[] }[] {
  const call = indexed(use.call);
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const callee = factOf(sibling(call, fact.callee));
  const receiver = () => (callee.kind === 'member' ? link.resolve(sibling(call, callee.object)) : UNKNOWN_ENTITIES);
  return link.resolve(sibling(call, fact.callee)).flatMap((entity) => {
    if (entity.kind !== 'api') return [];
    return link.models
      .callbacks(entity.path)
      .filter((model) => {
        const wanted = model.argument === -1 ? fact.args.length - 1 : model.argument;
        return wanted === null || wanted === use.index;
      })
      .map((model) => ({ model, receiver: receiver() }));
  });
}

/** Values of the program that arrive at parameter `index` by this use of the function. */
export function passedValues(link: Linking, use: FunctionUse, index: number): ValueRef[] {
  if (use.kind === 'call') {
    const passed = argumentAt(use.call, index - use.shift);
    return passed === null ? [] : [passed];
  }
  return callsThroughParameter(link, use).flatMap((call) => argumentAt(call, index) ?? []);
}

/** Calls, inside the function of the program that got this function as an argument, which run it. */
function callsThroughParameter(link: Linking, use: Extract<FunctionUse, { kind: 'argument' }>): ValueRef[] {
  const result: ValueRef[] = [];
  for (const callee of link.callees(use.call)) {
    const file = indexed({ file: callee.file, id: 0 }).file;
    const parameter = file.facts.functions[callee.id]?.parameters[use.index];
    if (parameter === undefined || parameter.binding < 0) continue;
    for (const mention of file.facts.bindings[parameter.binding]?.uses ?? []) {
      const parent = file.parentOf(mention);
      const fact = parent < 0 ? undefined : file.facts.values[parent];
      if (fact?.kind === 'call' && fact.callee === mention) result.push({ file, id: parent });
    }
  }
  return result.slice(0, MAXIMUM_CALLERS);
}

/** The plain argument at a position; null when there is none or a spread hides it. */
export function argumentAt(call: ValueRef, index: number): FileValue | null {
  const fact = factOf(call);
  if (fact.kind !== 'call' || index < 0) return null;
  for (let position = 0; position <= index && position < fact.args.length; position += 1) {
    const argument = sibling(call, fact.args[position]!);
    if (factOf(argument).kind === 'spread') return null;
    if (position === index) return argument;
  }
  return null;
}
