/**
 * Which packages' things may turn up in a program at all. There are models of more than a thousand packages, and a program uses a few dozen: what is
 * found by its name (`get`, `send`, `query`) need not be looked at for the sake of the others.
 */
import { append } from '../contracts/multimap.js';
import { npmPackageOf } from '../contracts/package-name.js';
import type { Model } from '../contracts/models.js';
import { packageOf, packagePath } from './api-path.js';
import type { Linking } from './linking.js';

/** Of npm packages with all that stands under them: `next` for `next/server`. */
export class ReachablePackages {
  private readonly names: ReadonlySet<string>;

  constructor(link: Linking) {
    const { models } = link.models;
    let graph = graphs.get(models);
    if (graph === undefined) graphs.set(models, (graph = graphOf(models)));
    this.names = closure([...graph.everywhere, ...usedIn(link)], graph.leadsTo);
  }

  /** May something with this API path, in which `*` stands for any name, be met? */
  reaches(path: string): boolean {
    const owner = ownerOf(path);
    return owner.includes('*') || this.names.has(owner);
  }
}

/** How things of one package become things of another: by what they are the same as, and by what they hand to the functions they are given. */
interface PackageGraph {
  /** What needs no import: the language's own, and what is told by places and shapes. */
  everywhere: readonly string[];
  leadsTo: ReadonlyMap<string, readonly string[]>;
}

/** Models serve many programs. */
const graphs = new WeakMap<readonly Model[], PackageGraph>();

function graphOf(models: readonly Model[]): PackageGraph {
  const leadsTo = new Map<string, string[]>();
  const everywhere = ['global'];
  const lead = (from: string, to: string) => {
    // What any package may be leads from all of them.
    if (from.includes('*')) everywhere.push(ownerOf(to));
    else if (ownerOf(from) !== ownerOf(to)) append(leadsTo, ownerOf(from), ownerOf(to));
  };
  for (const model of models) {
    for (const [from, to] of Object.entries(model.aliases)) lead(from, to);
    for (const [extended, holders] of Object.entries(model.members)) for (const holder of holders) lead(holder, extended);
    for (const { call, parameters } of model.callbacks) for (const path of call) for (const given of parameters) if (given !== null) lead(path, given);
    for (const { parameters, each } of model.handlers) everywhere.push(...[...parameters, each].flatMap((path) => (path === null ? [] : [ownerOf(path)])));
    for (const { parameters } of model.shapes) everywhere.push(...parameters.flatMap(({ is }) => (is === null ? [] : [ownerOf(is)])));
  }
  return { everywhere, leadsTo };
}

/** What the program's files import, and what its packages say they depend on. */
function usedIn(link: Linking): Set<string> {
  const used = new Set<string>();
  const add = (specifier: string) => used.add(ownerOf(packagePath(specifier)));
  for (const file of link.files.values()) {
    for (const { specifier } of file.facts.imports) add(specifier);
    for (const { specifier } of file.facts.exports) add(specifier);
    for (const { specifier } of file.moduleValues) add(specifier);
  }
  for (const { dependencies } of link.packages) for (const { name } of dependencies) add(name);
  return used;
}

function closure(start: readonly string[], leadsTo: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set(start);
  // A set hands out what is added while it is gone through.
  for (const name of reached) for (const next of leadsTo.get(name) ?? []) reached.add(next);
  return reached;
}

/** `@scope/name` of `@scope/name/part:Thing#method`. */
function ownerOf(path: string): string {
  return npmPackageOf(packageOf(path));
}
