/** Links a few files held in memory, with small models written in place. For tests of `link`. */
import { extractSource } from '../../src/extract/extract-source.js';
import type { Inventory, PackageInfo } from '../../src/contracts/inventory.js';
import type { Program, ValueRef } from '../../src/contracts/program.js';
import type { ArgumentPath, CallbackModel, FlowModel, Model, RoleEntry } from '../../src/contracts/models.js';
import type { Sink } from '../../src/contracts/sinks.js';
import { type Link, linkWith } from '../../src/link/index.js';

export const PACKAGE: PackageInfo = {
  directory: '',
  name: 'app',
  version: '1.0.0',
  manifestPath: 'package.json',
  moduleType: 'module',
  dependencies: [],
  scripts: {},
  nodeRange: null,
  entryPoints: {},
  subpathImports: {},
  lockFile: null,
  registry: null,
  pathMappings: null,
  isWorkspaceRoot: false,
};

/** A model with the parts given; everything else is empty. */
export function model(parts: Partial<Omit<Model, 'roles'>> & { roles?: RoleEntry[] }): Model {
  return { packages: ['test'], readFrom: [], aliases: {}, constants: {}, members: {}, callbacks: [], handlers: [], roles: [], flow: [], shapes: [], source: 'test', ...parts };
}

export function role(name: string, use: RoleEntry['use'], paths: string[], args: Record<string, number> = {}): RoleEntry {
  const positions = Object.entries(args).map(([key, position]): [string, ArgumentPath[]] => [
    key,
    [{ position, rest: false, properties: [] }],
  ]);
  return { role: name, use, paths, arguments: Object.fromEntries(positions), where: [], attributes: {}, package: 'test', source: 'test' };
}

export function callback(call: string[], parameters: (string | null)[], argument: number | null = null): CallbackModel {
  return { call, argument, property: null, parameters, arity: null, where: [] };
}

export function flow(use: FlowModel['use'], paths: string[], from: FlowModel['from'], sanitizes: FlowModel['sanitizes'] = []): FlowModel {
  return { use, paths, from, sanitizes };
}

/** PostgreSQL and Express as far as the tests need them. */
export const SQL_AND_EXPRESS = model({
  aliases: { 'pg:Pool#connect()': 'pg:Client#', 'pg:PoolClient#': 'pg:Client#' },
  callbacks: [
    callback(['express:RequestHandler'], ['express:Request#', 'express:Response#']),
    callback(['express()#get', 'express()#post', 'express:Router()#get', 'express()#use'], ['express:Request#', 'express:Response#']),
  ],
  roles: [
    role('sql.execute', 'call', ['pg:Pool#query', 'pg:Client#query'], { statement: 0 }),
    role('request.query', 'read', ['express:Request#query']),
    role('request.body', 'read', ['express:Request#body']),
    role('sanitize.all', 'call', ['global:Number', 'global:parseInt']),
  ],
  flow: [
    flow('method', ['trim', 'toString', 'toLowerCase', 'split'], ['receiver']),
    flow('method', ['join'], ['receiver', 0]),
    flow('call', ['global:String'], [0]),
  ],
});

const DEFAULT_MODELS = [SQL_AND_EXPRESS];

export function programOf(files: Record<string, string>, models: readonly Model[] = DEFAULT_MODELS, packages = [PACKAGE]): Program {
  const inventory: Inventory = {
    root: '/app',
    packages,
    files: Object.keys(files).map((path) => ({ path, class: 'source', size: 0, package: packageOf(path, packages) })),
    skipped: [],
    git: null,
    directoryInGit: '',
    diagnostics: [],
  };
  return linkerOf(models)(Object.entries(files).map(([path, text]) => extractSource(path, text)), inventory);
}

/** Arranging the models of all libraries takes longer than linking a few lines, and many tests use the same. */
const linkers = new WeakMap<readonly Model[], Link>();

function linkerOf(models: readonly Model[]): Link {
  let linker = linkers.get(models);
  if (linker === undefined) linkers.set(models, (linker = linkWith(models)));
  return linker;
}

function packageOf(path: string, packages: PackageInfo[]): string {
  const holding = packages.map((info) => info.directory).filter((directory) => directory === '' || path.startsWith(`${directory}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** The argument of the (first) call of `mark(…)` in a file: the value that a test asks about. */
export function marked(program: Program, path: string, name = 'mark'): ValueRef {
  const file = program.files.get(path) ?? program.frontEnd.get(path);
  for (const id of file?.facts.calls ?? []) {
    const call = file!.facts.values[id]!;
    if (call.kind !== 'call' || call.args.length === 0) continue;
    const callee = file!.facts.values[call.callee]!;
    if (callee.kind === 'reference' && callee.name === name) return { file: file!, id: call.args[0]! };
  }
  throw new Error(`no ${name}(…) in ${path}`);
}

/** What the marked value is, in short words. */
export function whatIs(program: Program, path: string): string[] {
  return program.resolve(marked(program, path)).map((entity) => {
    switch (entity.kind) {
      case 'api':
        return entity.path;
      case 'function':
        return `function ${program.functionFact(entity.ref).name}`;
      case 'class':
      case 'instance':
        return `${entity.kind} ${program.classFact(entity.ref).name}`;
      case 'constant':
        return `constant ${JSON.stringify(entity.value)}`;
      default:
        return entity.kind;
    }
  });
}

/** Kinds of the origins of the marked value, sorted and each once. */
export function originsOf(program: Program, path: string, sink: Sink = 'sql'): string[] {
  const { origins } = program.trace(marked(program, path), { sink });
  return [...new Set(origins.map((origin) => origin.kind))].sort();
}
