/** What judging one package needs: the program, and which of its uses of an API count. */
import { append } from '../contracts/multimap.js';
import type { PackageInfo } from '../contracts/inventory.js';
import type { LinkedFile, Program, RoleSite, ValueRef } from '../contracts/program.js';
import type { Sources } from './sources.js';

/**
 * `own`: the package's production source. `wide`: also that of the workspace packages that it depends on and of the root.
 * A control may live in a shared package and still cover this one; a mistake there is reported there.
 */
export type Reach = 'own' | 'wide';

/** `repository`: all packages are judged together, and everything in them counts. */
export type Scope = 'package' | 'repository';

export class Evaluation {
  readonly package: PackageInfo;
  private readonly wide: ReadonlySet<string>;
  private adopted: ReadonlySet<string> | null = null;

  /**
   * @param judged the package; of a repository its root.
   * @param sources all files that are judged, of this package and others.
   */
  constructor(
    readonly program: Program,
    judged: PackageInfo,
    private readonly sources: Sources,
    private readonly scope: Scope = 'package',
  ) {
    this.package = judged;
    this.wide = reachableFrom(this.package, this.program.packages);
  }

  /** Is the value in production source, of whatever package? */
  isSource({ file }: ValueRef): boolean {
    return this.sources.has(file);
  }

  /** Is the value in production source within reach? */
  holds(value: ValueRef, reach: Reach): boolean {
    const { file } = value;
    if (!this.sources.has(file)) return false;
    if (this.scope === 'repository') return true;
    const { directory } = file.package;
    return directory === this.package.directory || (reach === 'wide' && this.wide.has(directory));
  }

  /** The production source of the package, or of the repository, in path order. */
  get files(): readonly LinkedFile[] {
    return this.scope === 'repository' ? this.sources.all : this.sources.filesIn(this.package.directory);
  }

  /** What only browsers run, in path order: no production source of a server, but what stands in it is public. */
  get frontEnd(): readonly LinkedFile[] {
    return this.sources.frontEndIn(this.scope === 'repository' ? null : this.package.directory);
  }

  /** Those of a list of the program that stand in the production source of the package. */
  own<Item extends { readonly value: ValueRef }>(list: readonly Item[]): Item[] {
    if (this.scope === 'repository') return list.filter((each) => this.holds(each.value, 'own'));
    return ((inPackages(list).get(this.package.directory) ?? []) as Item[]).filter((each) => this.holds(each.value, 'own'));
  }

  /** Uses of APIs in any of the roles, in file and source order, each once. */
  roleSites(roles: readonly string[], reach: Reach): RoleSite[] {
    if (reach === 'own') return roles.flatMap((role) => this.own(this.program.sitesOf(role)));
    return roles.flatMap((role) => this.program.sitesOf(role)).filter((site) => this.holds(site.value, reach));
  }

  /**
   * Directories of packages whose files that are no code are judged with this one: itself, and for the first package that has
   * production source those that have none, such as the root of a workspace.
   */
  documentPackages(): ReadonlySet<string> {
    this.adopted ??= this.findAdopted();
    return this.adopted;
  }

  /** Has the package production source, so that it is judged? */
  isJudged({ directory }: PackageInfo): boolean {
    return this.sources.packages.has(directory);
  }

  private findAdopted(): ReadonlySet<string> {
    const own = this.package.directory;
    const judged = this.sources.packages;
    if ([...judged].sort()[0] !== own) return new Set([own]);
    return new Set([own, ...this.program.packages.map((each) => each.directory).filter((each) => !judged.has(each))]);
  }

  /** The packages whose manifests speak for this one, itself first. */
  packages(reach: Reach): PackageInfo[] {
    if (this.scope === 'repository') return [...this.program.packages];
    if (reach === 'own') return [this.package];
    return [this.package, ...this.program.packages.filter((each) => each !== this.package && this.wide.has(each.directory))];
  }
}

/** By package directory, in order. A hundred packages do not each look through what is in all of them. Lists of the program never change. */
function inPackages(list: readonly { readonly value: ValueRef }[]): ReadonlyMap<string, readonly { readonly value: ValueRef }[]> {
  const known = IN_PACKAGES.get(list);
  if (known !== undefined) return known;
  const packages = new Map<string, { readonly value: ValueRef }[]>();
  for (const each of list) {
    const { directory } = each.value.file.package;
    append(packages, directory, each);
  }
  IN_PACKAGES.set(list, packages);
  return packages;
}

const IN_PACKAGES = new WeakMap<readonly object[], ReadonlyMap<string, readonly { readonly value: ValueRef }[]>>();

/** The directories of a package, of the workspace packages that it depends on, however far, and of the root. */
export function reachableFrom(start: PackageInfo, all: readonly PackageInfo[]): Set<string> {
  const byName = new Map(all.flatMap((each) => (each.name === null ? [] : [[each.name, each] as const])));
  const reached = new Set([start.directory]);
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const dependency of next.dependencies) {
      const target = byName.get(dependency.name);
      if (target === undefined || reached.has(target.directory)) continue;
      reached.add(target.directory);
      open.push(target);
    }
  }
  const root = all.find((each) => each.directory === '');
  if (root !== undefined) reached.add(root.directory);
  return reached;
}
