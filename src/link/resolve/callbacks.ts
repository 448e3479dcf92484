/** What a library passes to a function: one that it is given, one that it is told of by a decorator. */
import type { FunctionFact } from '../../contracts/facts.js';
import type { Entity, FunctionRef } from '../../contracts/program.js';
import type { CallbackModel } from '../../contracts/models.js';
import { builtinCallbackInput, methodOfCall } from '../builtins.js';
import { type FileValue, type FunctionUse, type Linking, indexed, sibling } from '../linking.js';
import { factOf } from '../value-graph.js';
import { type Passed, argumentAt } from './passed-values.js';
import { shapeOf, union } from './entities.js';

type ArgumentUse = Extract<FunctionUse, { kind: 'argument' }>;

/** Entities that a modelled library call passes to its callback as parameter `index`; empty when no model says. */
export function passedByLibrary(link: Linking, use: ArgumentUse, callee: FunctionRef, index: number): readonly Entity[] {
  return union(
    ...callbackModels(link, use, callee).map(({ model, receiver, shape }) => {
      const given = model.parameters[index] ?? null;
      if (given === null || given.startsWith('element:')) return [];
      if (given === 'receiver') return link.resolve(receiver);
      const argument = /^argument:(\d+)$/.exec(given);
      if (argument === null) return [{ kind: 'api', path: link.models.normalise(given), created: null, ...shape } as const];
      const passed = argumentAt(use.call, Number(argument[1]));
      return passed === null ? [] : link.resolve(passed);
    }),
  );
}

/** Values of the program that a modelled library call passes on to its callback as parameter `index`. */
export function callbackInputs(link: Linking, use: ArgumentUse, callee: FunctionRef, index: number): Passed[] {
  return callbackModels(link, use, callee).flatMap(({ model }): Passed[] => {
    const given = /^(argument|element):(\d+)$/.exec(model.parameters[index] ?? '');
    const passed = given === null ? null : argumentAt(use.call, Number(given[2]));
    return passed === null ? [] : [{ value: passed, path: given?.[1] === 'element' ? ['[]'] : [] }];
  });
}

/** Whether a model or the language says what this use passes, be it nothing of meaning. */
export function isSpokenFor(link: Linking, use: ArgumentUse, callee: FunctionRef): boolean {
  const method = methodOfCall(use.call);
  return (method !== null && builtinCallbackInput(method, use.index, 0) !== null) || callbackModels(link, use, callee).length > 0;
}

/** What a built-in method passes to its callback: `clients.forEach((client) => …)`, `connect().then((client) => …)`. */
export function passedByLanguage(link: Linking, use: ArgumentUse, index: number): readonly Entity[] {
  const call = indexed(use.call);
  const fact = factOf(call);
  const callee = fact.kind === 'call' ? factOf(sibling(call, fact.callee)) : null;
  if (callee?.kind !== 'member' || callee.name === null) return [];
  const input = builtinCallbackInput(callee.name, use.index, index);
  const receiver = sibling(call, callee.object);
  if (input === 'receiver') return link.resolve(receiver);
  if (input !== 'element') return [];
  return union(...link.resolve(receiver).map((entity) => elementsOf(link, entity)));
}

/** Elements of an array literal, or of a library's list of which a model speaks. */
export function elementsOf(link: Linking, entity: Entity): readonly Entity[] {
  if (entity.kind === 'api') {
    const path = link.models.elementPath(entity.path);
    return path === null ? [] : [{ ...entity, path }];
  }
  const literal = entity.kind === 'object' ? factOf(entity.value) : null;
  if (entity.kind !== 'object' || literal?.kind !== 'array') return [];
  return union(...literal.elements.slice(0, 12).map((element) => link.resolve(sibling(entity.value, element))));
}

interface SpokenFor {
  model: CallbackModel;
  receiver: FileValue;
  /** What a thing recognised by its shape passes is no surer than that. */
  shape: ReturnType<typeof shapeOf>;
}

/** The models that speak of this argument of this call: those that ask most of the function and the call. */
function callbackModels(link: Linking, use: ArgumentUse, callee: FunctionRef): SpokenFor[] {
  const call = indexed(use.call);
  const fact = factOf(call);
  if (fact.kind !== 'call') return [];
  const calleeFact = factOf(sibling(call, fact.callee));
  const receiver = sibling(call, calleeFact.kind === 'member' ? calleeFact.object : fact.callee);
  const arity = callee.file.facts.functions[callee.id]?.parameters.length ?? 0;
  return link.resolve(sibling(call, fact.callee)).flatMap((entity) => {
    if (entity.kind !== 'api') return [];
    const fitting = link.models.callbacks(fact.isNew ? entity.path.replace(/#$/, '') : entity.path).filter((model) => {
      const wanted = model.argument === -1 ? fact.args.length - 1 : model.argument;
      return (wanted === null || wanted === use.index) && (model.property === null || model.property === use.property) && (model.arity === null || model.arity === arity) && holdsAt(link, call, model);
    });
    return mostParticular(fitting).map((model) => ({ model, receiver, shape: shapeOf(entity) }));
  });
}

function mostParticular(models: readonly CallbackModel[]): readonly CallbackModel[] {
  const particular = models.filter((model) => model.arity !== null || model.where.length > 0);
  return particular.length > 0 ? particular : models;
}

function holdsAt(link: Linking, call: FileValue, model: CallbackModel): boolean {
  return model.where.every(({ path, equals }) => {
    if (typeof path.position !== 'number') return false;
    const argument = argumentAt(call, path.position);
    const found = argument === null || path.properties.length === 0 ? null : link.property(argument, path.properties);
    const values = found === null ? (argument === null || path.properties.length > 0 ? [] : [argument]) : found.kind === 'found' ? found.values : [];
    return values.some((value) => link.constants(value)?.some((constant) => equals.includes(constant)) === true);
  });
}

/** What a library passes to a function that is assigned to a member of its object: `socket.onmessage = (event) => …`. */
export function passedToAssigned(link: Linking, callee: FunctionRef, index: number): readonly Entity[] {
  const { file } = indexed({ file: callee.file, id: 0 });
  const own = file.valueOfFunction(callee.id);
  const writes = own < 0 ? [] : file.memberWritesWith(own);
  return union(
    ...writes.flatMap((write) => (write.name === null ? [] : link.resolve({ file, id: write.object }).flatMap((entity) => link.resolveMember(entity, write.name!)))).map((entity) => {
      const given = entity.kind === 'api' ? link.models.callbacks(entity.path).map((model) => model.parameters[index] ?? null) : [];
      return given.flatMap((path): Entity[] => (path === null ? [] : [{ kind: 'api', path: link.models.normalise(path), created: null }]));
    }),
  );
}

/**
 * What a parameter's own decorator says it is (`@Req() req`); where no parameter has one, what the method's does
 * (`@SubscribeMessage('x') on(client, data)`).
 */
export function passedByDecorator(link: Linking, file: FileValue['file'], declaration: FunctionFact, index: number): readonly Entity[] {
  const own = declaration.parameters[index]?.decorators ?? [];
  const isPlain = declaration.parameters.every((parameter) => parameter.decorators.length === 0);
  const given = [
    ...own.flatMap((decorator) => decoratorModels(link, { file, id: decorator }).map((model) => model.parameters[0])),
    ...(isPlain ? declaration.decorators : []).flatMap((decorator) => decoratorModels(link, { file, id: decorator }).map((model) => model.parameters[index])),
  ];
  const paths = given.filter((path) => path !== undefined && path !== null);
  return union(...paths.map((path) => [{ kind: 'api', path: link.models.normalise(path), created: null } as const]));
}

function decoratorModels(link: Linking, decorator: FileValue): readonly CallbackModel[] {
  const fact = factOf(decorator);
  const named = fact.kind === 'call' ? sibling(decorator, fact.callee) : decorator;
  return link.resolve(named).flatMap((entity) => (entity.kind === 'api' ? link.models.callbacks(entity.path) : []));
}
