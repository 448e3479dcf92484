/** Models, arranged for look-up by API path. Patterns with `*` are tried only among those that end in the same name. */
import { append } from '../contracts/multimap.js';
import type { CallbackModel, FlowModel, HandlerModel, Model, RoleEntry, ShapeModel } from '../contracts/models.js';
import { Extensions } from './extensions.js';
import { ELEMENT_NAME, callPath, instancePath, lastNameOf, memberPath, packageOf, searchName } from './api-path.js';

/** Stands for calls whose callee is a plain variable or import. */
export const CALLED_VARIABLE = '()';

/** One bit for each way in which an API is used. */
export const USE_BITS: Readonly<Record<RoleEntry['use'], number>> = { call: 1, new: 2, decorator: 4, passed: 8, method: 16, read: 32, write: 64, property: 128, tag: 256, assigned: 512 };

const NOTHING: readonly never[] = [];
const EXPORT = /^[^#.()*:]+:[\w$]+$/;

interface Pattern<T> {
  expression: RegExp;
  value: T;
}

/** Finds values by exact path or by a pattern in which `*` stands for one segment name. */
class PathTable<T> {
  private readonly all: string[] = [];
  /** The packages whose paths are known, `*` for any: no other path is looked for. */
  private readonly owners = new Set<string>();
  private readonly exact = new Map<string, T[]>();
  private readonly patterns = new Map<string, Pattern<T>[]>();
  /** Answers, because the same few thousand paths are asked for again and again. */
  private readonly found = new Map<string, readonly T[]>();

  add(path: string, value: T): void {
    this.all.push(path);
    const owner = packageOf(path);
    this.owners.add(owner.includes('*') ? '*' : owner);
    if (!path.includes('*')) {
      append(this.exact, path, value);
      return;
    }
    const source = path.split('*').map(escapeExpression).join('[^:#.()]+');
    append(this.patterns, lastNameOf(path), { expression: new RegExp(`^${source}$`), value });
  }

  get(path: string): readonly T[] {
    const known = this.found.get(path);
    if (known !== undefined) return known;
    const result = this.owners.has(packageOf(path)) || this.owners.has('*') ? this.find(path) : NOTHING;
    this.found.set(path, result);
    return result;
  }

  private find(path: string): readonly T[] {
    const result = [...(this.exact.get(path) ?? [])];
    for (const bucket of [this.patterns.get(lastNameOf(path)), this.patterns.get('*')]) {
      for (const pattern of bucket ?? []) if (pattern.expression.test(path)) result.push(pattern.value);
    }
    return result;
  }

  paths(): string[] {
    return this.all;
  }
}

export class ModelIndex {
  private readonly aliasTable = new PathTable<string>();
  private readonly callbackTable = new PathTable<CallbackModel>();
  private readonly flowTable = new PathTable<FlowModel>();
  /** What programs add to things of libraries. */
  readonly extensions: Extensions;
  private readonly methodFlows = new Map<string, FlowModel>();
  private readonly constantTable = new Map<string, string | number>();
  private readonly constantNames = new Set<string>();
  private readonly roleTables = new Map<RoleEntry['use'], PathTable<RoleEntry>>();
  readonly entriesByRole = new Map<string, RoleEntry[]>();
  private readonly normalised = new Map<string, string>();
  private readonly members = new Map<string, Map<string, string>>();
  private readonly instances = new Map<string, string>();
  private readonly results = new Map<string, { raw: string; path: string }>();
  private renamed: Set<string> | null = null;
  private readonly exportedAs = new Map<string, string[]>();
  /** What frameworks pass to functions that they find by themselves. */
  readonly handlers: readonly HandlerModel[];
  private readonly packages = new Set<string>();
  private readonly shapeNames = new Set<string>();
  /** How functions that libraries call are recognised, in the order of the models. */
  readonly shapes: readonly ShapeModel[];

  constructor(readonly models: readonly Model[]) {
    this.extensions = new Extensions(models);
    this.handlers = models.flatMap((model) => model.handlers);
    this.shapes = models.flatMap((model) => model.shapes);
    for (const { named } of this.shapes.flatMap((shape) => shape.parameters)) named?.forEach((name) => this.shapeNames.add(name));
    for (const model of models) {
      model.packages.forEach((name) => this.packages.add(name));
      for (const [from, to] of Object.entries(model.aliases)) this.aliasTable.add(from, to);
      for (const [path, value] of Object.entries(model.constants)) this.addConstant(path, value);
      for (const callback of model.callbacks) {
        for (const path of callback.call) this.callbackTable.add(path, callback);
      }
      for (const flow of model.flow) {
        for (const path of flow.paths) {
          if (flow.use === 'method') this.methodFlows.set(path, flow);
          else this.flowTable.add(path, flow);
        }
      }
      for (const entry of model.roles) this.addRole(entry);
    }
  }

  private addConstant(path: string, value: string | number): void {
    this.constantTable.set(path, value);
    this.constantNames.add(lastNameOf(path));
  }

  private addRole(entry: RoleEntry): void {
    append(this.entriesByRole, entry.role, entry);
    const table = this.roleTables.get(entry.use) ?? new PathTable<RoleEntry>();
    this.roleTables.set(entry.use, table);
    for (const path of entry.paths) table.add(path, entry);
  }

  /** The canonical path: aliases applied until none fits. `argument:n` and `receiver` are left to the caller. */
  normalise(path: string): string {
    const known = this.normalised.get(path);
    if (known !== undefined) return known;
    let result = path;
    for (let round = 0; round < 8; round += 1) {
      const next = this.aliasTable.get(result)[0];
      if (next === undefined || next === result) break;
      result = next;
    }
    this.normalised.set(path, result);
    return result;
  }

  /** Canonical paths of what stands behind a path. Kept, because putting texts together is dear and the same few are asked for all the time. */
  memberOf(path: string, name: string): string {
    let known = this.members.get(path);
    if (known === undefined) this.members.set(path, (known = new Map()));
    let member = known.get(name);
    if (member === undefined) known.set(name, (member = this.normalise(memberPath(path, name))));
    return member;
  }

  instanceOf(path: string): string {
    let instance = this.instances.get(path);
    if (instance === undefined) this.instances.set(path, (instance = this.normalise(instancePath(path))));
    return instance;
  }

  /** What a call gives: as it is written, and its canonical path. */
  resultOf(path: string): { raw: string; path: string } {
    let result = this.results.get(path);
    if (result === undefined) {
      const raw = callPath(path);
      this.results.set(path, (result = { raw, path: this.normalise(raw) }));
    }
    return result;
  }

  /** The text or number that a member of an enumeration of a library is; undefined where no model says so. */
  constant(path: string): string | number | undefined {
    return this.constantTable.get(path);
  }

  /** A member of this name may be one of those constants. */
  isConstantName(name: string): boolean {
    return this.constantNames.has(name);
  }

  hasAlias(path: string): boolean {
    return this.aliasTable.get(path).length > 0;
  }

  knowsPackage(name: string): boolean {
    return this.packages.has(name);
  }

  /** A parameter of this name may be one of a shape's. */
  isShapeName(name: string): boolean {
    return this.shapeNames.has(name.replace(/^_+/, ''));
  }

  /** The path of an element of the list, where a model speaks of one; else null. */
  elementPath(path: string): string | null {
    const raw = memberPath(path, ELEMENT_NAME);
    const element = this.normalise(raw);
    return element !== raw || this.roleEntries('read', element).length > 0 ? element : null;
  }

  callbacks(path: string): readonly CallbackModel[] {
    return this.callbackTable.get(path);
  }

  flows(path: string): readonly FlowModel[] {
    return this.flowTable.get(path);
  }

  /** What a method of this name does on a receiver of which nothing is known. */
  methodFlow(name: string): FlowModel | undefined {
    return this.methodFlows.get(name);
  }

  roleEntries(use: RoleEntry['use'], path: string): readonly RoleEntry[] {
    return this.roleTables.get(use)?.get(path) ?? [];
  }

  /** Entries of a role, or with a trailing `.*` of all roles of a family. */
  entriesOf(role: string): RoleEntry[] {
    if (!role.endsWith('.*')) return this.entriesByRole.get(role) ?? [];
    const prefix = role.slice(0, -1);
    return [...this.entriesByRole.entries()]
      .filter(([name]) => name.startsWith(prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, entries]) => entries);
  }

  /** The names under which libraries export the same thing once more: `OpenAPIHono` for `Hono`. */
  otherNames(path: string): readonly string[] {
    if (this.exportedAs.size === 0) for (const alias of this.aliasTable.paths().filter((each) => EXPORT.test(each))) append(this.exportedAs, this.normalise(alias), searchName(alias));
    return this.exportedAs.get(path) ?? [];
  }

  /** Does a model give something of this last name another path? */
  isRenamed(name: string): boolean {
    this.renamed ??= new Set(this.aliasTable.paths().map(lastNameOf));
    return this.renamed.has(name) || this.renamed.has('*');
  }
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
