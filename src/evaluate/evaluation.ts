/** What judging one package needs: the program, and which of its uses of an API count. */
import type { PackageInfo } from '../contracts/inventory.js';
import type { Program, RoleSite, ValueRef } from '../contracts/program.js';

/**
 * `own`: the package's production source. `wide`: also that of the workspace packages that it depends on and of the root.
 * A control may live in a shared package and still cover this one; a mistake there is reported there.
 */
export type Reach = 'own' | 'wide';

export class Evaluation {
  readonly package: PackageInfo;
  private readonly wide: ReadonlySet<string>;

  /**
   * @param judged the package.
   * @param sources paths of files of class `source`.
   */
  constructor(
    readonly program: Program,
    judged: PackageInfo,
    private readonly sources: ReadonlySet<string>,
  ) {
    this.package = judged;
    this.wide = reachableFrom(this.package, this.program.packages);
  }

  /** Is the value in production source within reach? */
  holds(value: ValueRef, reach: Reach): boolean {
    const { file } = value;
    if (!this.sources.has(file.facts.path)) return false;
    const { directory } = file.package;
    return directory === this.package.directory || (reach === 'wide' && this.wide.has(directory));
  }

  /** Uses of APIs in any of the roles, in file and source order, each once. */
  roleSites(roles: readonly string[], reach: Reach): RoleSite[] {
    if (reach === 'own') return roles.flatMap((role) => sitesByPackage(this.program, role).get(this.package.directory) ?? []).filter((site) => this.holds(site.value, reach));
    return roles.flatMap((role) => this.program.sitesOf(role)).filter((site) => this.holds(site.value, reach));
  }

  /** The packages whose manifests speak for this one, itself first. */
  packages(reach: Reach): PackageInfo[] {
    if (reach === 'own') return [this.package];
    return [this.package, ...this.program.packages.filter((each) => each !== this.package && this.wide.has(each.directory))];
  }
}

/** By package directory, in order. A hundred packages do not each look through the uses in all of them. */
function sitesByPackage(program: Program, role: string): ReadonlyMap<string, readonly RoleSite[]> {
  let byRole = SITES.get(program);
  if (byRole === undefined) SITES.set(program, (byRole = new Map()));
  const known = byRole.get(role);
  if (known !== undefined) return known;
  const sites = new Map<string, RoleSite[]>();
  for (const site of program.sitesOf(role)) {
    const { directory } = site.value.file.package;
    const list = sites.get(directory);
    if (list === undefined) sites.set(directory, [site]);
    else list.push(site);
  }
  byRole.set(role, sites);
  return sites;
}

const SITES = new WeakMap<Program, Map<string, ReadonlyMap<string, readonly RoleSite[]>>>();

function reachableFrom(start: PackageInfo, all: readonly PackageInfo[]): Set<string> {
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
