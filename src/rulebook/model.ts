/** Makes a `Model` from a checked model file: qualifies API paths and spreads them over the model's packages. */
import type { ArgumentPath, CallbackModel, FlowModel, HandlerModel, Model, RoleEntry, ShapeModel } from '../contracts/models.js';
import { isQualified, packageName, qualifiedPath } from './api-path.js';
import { argumentPath } from './argument-path.js';
import { FLOW_USES, USES, USES_BY_NAME } from './model-schema.js';
import type { ModelInput, RoleEntryInput } from './model-schema.js';

/** A path that cannot be read; `path` leads to it in the YAML. */
export interface PathProblem {
  path: PropertyKey[];
  message: string;
  ofKey: boolean;
}

/**
 * @param source absolute path of the file.
 * @returns the model, and a problem for each malformed API path, which is left out of the model.
 */
export function modelFrom(input: ModelInput, source: string): { model: Model; problems: PathProblem[] } {
  const packages = (input.packages ?? [input.package!]).map(packageName);
  const problems: PathProblem[] = [];
  const context: Context = { packages, source, problems };
  const model: Model = {
    packages,
    readFrom: input['read-from'],
    aliases: aliasesOf(input, context),
    constants: constantsOf(input, context),
    members: Object.fromEntries(
      Object.entries(input.members).flatMap(([path, holders]) => {
        const at = ['members', path];
        return everywhere([path], at, context).map((each) => [each, everywhere(holders, at, context)]);
      }),
    ),
    callbacks: input.callbacks.map((callback, index) => callbackOf(callback, ['callbacks', index], context)),
    handlers: input.handlers.map((handler, index) => handlerOf(handler, ['handlers', index], context)),
    roles: Object.entries(input.roles).flatMap(([role, entries]) => entries.flatMap((entry, index) => entriesOf(role, entry, ['roles', role, index], context))),
    flow: input.flow.map((flow, index) => flowOf(flow, ['flow', index], context)),
    shapes: input.shapes.map((shape, index) => shapeOf(shape, ['shapes', index], context)),
    source,
  };
  return { model, problems };
}

interface Context {
  packages: string[];
  source: string;
  problems: PathProblem[];
}

/** The path in one package, or null (with a problem noted, once a file and not once a package). */
function qualified(written: string, owner: string, at: PropertyKey[], context: Context, ofKey = false): string | null {
  try {
    return qualifiedPath(written, owner);
  } catch (error) {
    if (owner === context.packages[0]) context.problems.push({ path: at, message: error instanceof Error ? error.message : String(error), ofKey });
    return null;
  }
}

/** The paths in every package of the model; a path that names its own package counts once. */
function everywhere(written: readonly string[], at: PropertyKey[], context: Context): string[] {
  return context.packages.flatMap((owner) => pathsIn(owner, written, at, context));
}

function pathsIn(owner: string, written: readonly string[], at: PropertyKey[], context: Context): string[] {
  return written.flatMap((path, index) => {
    if (owner !== context.packages[0] && isQualified(path)) return [];
    const full = qualified(path, owner, [...at, index], context);
    return full === null ? [] : [full];
  });
}

function aliasesOf(input: ModelInput, context: Context): Record<string, string> {
  const aliases: Record<string, string> = {};
  for (const owner of context.packages) {
    for (const [from, to] of Object.entries(input.aliases)) {
      const source = qualified(from, owner, ['aliases', from], context, true);
      const target = isGiven(to) ? to : qualified(to, owner, ['aliases', from], context);
      if (source !== null && target !== null) aliases[source] = target;
    }
  }
  return aliases;
}

function constantsOf(input: ModelInput, context: Context): Record<string, string | number> {
  const constants: Record<string, string | number> = {};
  for (const [written, value] of Object.entries(input.constants)) {
    for (const path of everywhere([written], ['constants'], context)) constants[path] = value;
  }
  return constants;
}

/** What the call itself is given, in place of an API path. */
function isGiven(written: string): boolean {
  return written === 'receiver' || /^(argument|element):\d+$/.test(written);
}

function callbackOf(callback: ModelInput['callbacks'][number], at: PropertyKey[], context: Context): CallbackModel {
  const argument = callback.argument === 'any' ? null : callback.argument === 'last' ? -1 : callback.argument;
  const parameters = parametersOf(callback.parameters, [...at, 'parameters'], context);
  return { call: everywhere(callback.call, [...at, 'call'], context), argument, property: callback.property ?? null, parameters, arity: callback.arity, where: whereOf(callback) };
}

/** Parameters name one API even where several packages share the model; the first package's aliases lead to it. */
function parametersOf(written: readonly (string | null)[], at: PropertyKey[], context: Context): (string | null)[] {
  return written.map((path, index) => (path === null || isGiven(path) ? path : qualified(path, context.packages[0]!, [...at, index], context)));
}

function handlerOf(handler: ModelInput['handlers'][number], at: PropertyKey[], context: Context): HandlerModel {
  return {
    packages: context.packages,
    needs: handler.needs,
    files: handler.files ?? null,
    exports: handler.exports ?? [],
    properties: handler.properties ?? [],
    directive: handler.directive ?? null,
    named: handler.named ?? null,
    parameters: parametersOf(handler.parameters ?? [], [...at, 'parameters'], context),
    each: handler.each === undefined ? null : qualified(handler.each, context.packages[0]!, [...at, 'each'], context),
  };
}

/** What its parameters are names one API even where several packages share the model. */
function shapeOf(shape: ModelInput['shapes'][number], at: PropertyKey[], context: Context): ShapeModel {
  const owner = context.packages[0]!;
  const parameters = shape.parameters.map(({ named, uses, is }, index) => ({
    named,
    uses,
    is: is === null ? null : qualified(is, owner, [...at, 'parameters', index, 'is'], context),
  }));
  return { parameters, registeredBy: shape['registered-by'] };
}

function entriesOf(role: string, entry: RoleEntryInput, at: PropertyKey[], context: Context): RoleEntry[] {
  const use = USES.find((each) => entry[each] !== undefined)!;
  return context.packages.flatMap((owner) => {
    const paths = USES_BY_NAME.includes(use) ? namesIn(owner, entry[use]!, context) : pathsIn(owner, entry[use]!, [...at, use], context);
    if (paths.length === 0) return [];
    return [{ role, use, paths, arguments: argumentsOf(entry), where: whereOf(entry), attributes: entry.attributes, package: owner, source: context.source }];
  });
}

/** A plain name is the same in every package; it counts once. */
function namesIn(owner: string, names: string[], context: Context): string[] {
  return owner === context.packages[0] ? names : [];
}

function argumentsOf(entry: RoleEntryInput): Record<string, ArgumentPath[]> {
  return Object.fromEntries(Object.entries(entry.arguments).map(([name, written]) => [name, written.map((each) => argumentPath(each)!)]));
}

function whereOf(entry: Pick<RoleEntryInput, 'where'>): RoleEntry['where'] {
  return Object.entries(entry.where).map(([written, equals]) => ({ path: argumentPath(written)!, equals }));
}

function flowOf(flow: ModelInput['flow'][number], at: PropertyKey[], context: Context): FlowModel {
  const use = FLOW_USES.find((each) => flow[each] !== undefined)!;
  const paths = use === 'method' ? flow.method! : everywhere(flow[use]!, [...at, use], context);
  return { use, paths, from: flow.from, sanitizes: flow.sanitizes };
}
