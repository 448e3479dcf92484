/**
 * Functions that a framework finds by where they stand: by the file's name and the export's, by a directive, by the property
 * that holds them. Which stand where is said by the models (`handlers`). What is looked at is one file's own syntax, so that
 * the answer is there before any name is resolved.
 */
import { append } from '../../contracts/multimap.js';
import type { ParameterValue, ValueId } from '../../contracts/facts.js';
import type { PackageInfo } from '../../contracts/inventory.js';
import type { HandlerModel } from '../../contracts/models.js';
import type { IndexedFile } from '../indexed-file.js';
import type { FileValue } from '../linking.js';
import { placesOf } from './places.js';

const MAXIMUM_DEPTH = 8;

const EVIDENCE: readonly HandlerModel['needs'][] = ['package', 'listed-package', 'nothing'];

/** What a framework passes to one parameter. */
export interface GivenParameter {
  path: string;
  model: HandlerModel;
}

interface Found {
  model: HandlerModel;
  /** It is given to a call (`withAuth(handler)`), which most likely passes on what it gets. */
  wrapped: boolean;
}

interface FoundInFile {
  functions: ReadonlyMap<number, readonly Found[]>;
  /** Calls whose result stands where a handler is expected. */
  calls: ReadonlyMap<ValueId, readonly HandlerModel[]>;
}

export class FrameworkHandlers {
  private readonly byFile = new WeakMap<IndexedFile, FoundInFile>();
  private readonly files = new Map<HandlerModel, RegExp>();
  private readonly names = new Map<HandlerModel, RegExp>();
  private readonly exporting = new WeakMap<PackageInfo, boolean>();
  private readonly models: readonly HandlerModel[];

  constructor(models: readonly HandlerModel[]) {
    // Of several places that a function stands in, the one with most evidence counts.
    this.models = EVIDENCE.flatMap((needs) => models.filter((model) => model.needs === needs));
    for (const model of models) {
      if (model.files !== null) this.files.set(model, new RegExp(model.files));
      if (model.named !== null) this.names.set(model, new RegExp(model.named));
    }
  }

  /**
   * @param wrapped asks what a function is given that stands inside a call, instead of what one gets that stands there itself
   */
  givenTo(ref: FileValue, fact: ParameterValue, wrapped: boolean): GivenParameter | null {
    for (const found of this.foundIn(ref.file).functions.get(fact.function) ?? []) {
      const given = found.wrapped === wrapped ? parameterOf(found.model, fact.index) : null;
      if (given !== null) return given;
    }
    return null;
  }

  /** Whether a framework runs the function, whatever its parameters. */
  runs(file: IndexedFile, id: number): boolean {
    return (this.foundIn(file).functions.get(id)?.length ?? 0) > 0;
  }

  /** The directive by which a framework that is there hands out functions of the file, or null. */
  directiveIn(file: IndexedFile): string | null {
    return this.models.find((model) => model.directive !== null && this.concerns(model, file, surroundingsOf(file)))?.directive ?? null;
  }

  /** Whether a framework that is there runs any function of the file; what goes by the names of parameters alone does not count. */
  runsAny(file: IndexedFile): boolean {
    return [...this.foundIn(file).functions.values()].some((found) => found.some(({ model }) => model.needs !== 'nothing'));
  }

  /** What is given to a function that the call returns. `names`: those of its parameters, joined with commas. */
  givenToResult(call: FileValue, names: string, index: number): GivenParameter | null {
    for (const model of this.foundIn(call.file).calls.get(call.id) ?? []) {
      const isNamed = this.names.get(model)?.test(names) ?? true;
      const given = isNamed ? parameterOf(model, index) : null;
      if (given !== null) return given;
    }
    return null;
  }

  /** Whether the package depends on a framework that looks for exported functions, which may come out of a wrapper. */
  looksForExports(info: PackageInfo): boolean {
    let known = this.exporting.get(info);
    if (known === undefined) {
      const models = this.models.filter((model) => model.exports.length > 0 && model.needs !== 'nothing');
      known = info.dependencies.some(({ name }) => models.some((model) => model.packages.includes(name)));
      this.exporting.set(info, known);
    }
    return known;
  }

  private foundIn(file: IndexedFile): FoundInFile {
    const known = this.byFile.get(file);
    if (known !== undefined) return known;
    const collector = new Collector(file);
    const surroundings = surroundingsOf(file);
    for (const model of this.models) {
      if (!this.concerns(model, file, surroundings)) continue;
      const named = this.names.get(model) ?? null;
      for (const value of placesOf(model, file)) collector.add(value, { model, named });
      if (model.directive !== null) collector.addWithDirective(model.directive, { model, named });
    }
    this.byFile.set(file, collector);
    return collector;
  }

  private concerns(model: HandlerModel, file: IndexedFile, { path, modules }: Surroundings): boolean {
    const { facts } = file;
    if (model.directive !== null && !facts.directives.includes(model.directive) && !facts.functions.some((fact) => fact.directives.includes(model.directive!))) return false;
    const files = this.files.get(model);
    if (files !== undefined && !files.test(path)) return false;
    if (model.needs === 'nothing' || model.packages.some((name) => modules.has(name))) return true;
    if (model.needs === 'listed-package' && file.package.manifestPath === null) return true;
    return file.package.dependencies.some((dependency) => model.packages.includes(dependency.name));
  }
}

/** Where a file stands, as models ask for it. */
interface Surroundings {
  /** In its package, without extension. */
  path: string;
  /** What it imports or requires; of `next/server` also `next`. */
  modules: ReadonlySet<string>;
}

function surroundingsOf(file: IndexedFile): Surroundings {
  const { facts } = file;
  const { directory } = file.package;
  const path = directory === '' ? facts.path : facts.path.slice(directory.length + 1);
  const modules = new Set<string>();
  for (const { specifier } of [...facts.imports, ...file.moduleValues]) {
    for (let end = specifier.indexOf('/'); end >= 0; end = specifier.indexOf('/', end + 1)) modules.add(specifier.slice(0, end));
    modules.add(specifier);
  }
  return { path: path.replace(/\.[cm]?[jt]sx?$/, ''), modules };
}

function parameterOf(model: HandlerModel, index: number): GivenParameter | null {
  const path = model.each ?? model.parameters[index] ?? null;
  return path === null ? null : { path, model };
}

interface Wanted {
  model: HandlerModel;
  named: RegExp | null;
}

class Collector implements FoundInFile {
  readonly functions = new Map<number, Found[]>();
  readonly calls = new Map<ValueId, HandlerModel[]>();

  constructor(private readonly file: IndexedFile) {}

  /** The functions that a value stands for: itself, what a variable holds, what a call is given. */
  add(value: ValueId, wanted: Wanted, wrapped = false, depth = 0): void {
    const fact = this.file.facts.values[value];
    if (fact === undefined || depth > MAXIMUM_DEPTH) return;
    const next = (inner: ValueId, inside = wrapped) => this.add(inner, wanted, inside, depth + 1);
    switch (fact.kind) {
      case 'function':
        return this.addFunction(fact.function, wanted, wrapped);
      case 'reference':
        return (this.file.facts.bindings[fact.binding]?.writes ?? []).forEach((write) => next(write.value));
      case 'cast':
      case 'await':
        return next(fact.operand);
      case 'call': {
        // Whoever calls from outside calls the wrapper; what that passes on is its own affair.
        if (fact.isNew || wanted.model.each !== null) return;
        append(this.calls, value, wanted.model);
        for (const argument of fact.args) next(argument, true);
        // `middy(handler).use(…)`
        const callee = this.file.facts.values[fact.callee];
        return callee?.kind === 'member' ? next(callee.object, true) : undefined;
      }
      default:
    }
  }

  addWithDirective(directive: string, wanted: Wanted): void {
    this.file.facts.functions.forEach((fact, id) => {
      if (id > 0 && fact.directives.includes(directive)) this.addFunction(id, wanted, false);
    });
  }

  private addFunction(id: number, { model, named }: Wanted, wrapped: boolean): void {
    const parameters = this.file.facts.functions[id]?.parameters ?? [];
    if (named !== null && !named.test(parameters.map((parameter) => parameter.name).join())) return;
    append(this.functions, id, { model, wrapped });
  }
}

