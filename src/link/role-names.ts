/** The words by which uses of roles are searched: the last names of the paths that a program may come to. */
import type { RoleEntry } from '../contracts/models.js';
import { packageOf, searchName } from './api-path.js';
import type { Linking } from './linking.js';
import { CALLED_VARIABLE, USE_BITS } from './model-index.js';
import { ReachablePackages } from './reachable-packages.js';

/** Uses that are matched by name alone, whatever library it is. */
const BY_NAME: ReadonlySet<RoleEntry['use']> = new Set(['method', 'property', 'assigned']);

export class RoleNames {
  private reachable: ReachablePackages | null = null;
  private uses: Map<string, number> | null = null;

  constructor(private readonly link: Linking) {}

  /** Of a role, or with a trailing `.*` of all roles of a family. */
  of(role: string): Set<string> {
    const names = new Set<string>();
    for (const entry of this.link.models.entriesOf(role)) for (const name of this.namesOf(entry)) names.add(name);
    return names;
  }

  /** In which uses something of this name may play a role that is searched by it: the sum of their `USE_BITS`. */
  usesOf(name: string): number {
    this.uses ??= this.collect();
    return this.uses.get(name) ?? 0;
  }

  private collect(): Map<string, number> {
    const uses = new Map<string, number>();
    for (const entries of this.link.models.entriesByRole.values()) {
      // What is found by the name of one way of using it may be used in the others too.
      const all = entries.reduce((sum, entry) => sum | USE_BITS[entry.use], 0);
      for (const entry of entries) for (const name of this.namesOf(entry)) uses.set(name, (uses.get(name) ?? 0) | all);
    }
    return uses;
  }

  private reaches(path: string): boolean {
    this.reachable ??= new ReachablePackages(this.link);
    return this.reachable.reaches(path);
  }

  private namesOf(entry: RoleEntry): string[] {
    const { models } = this.link;
    const paths = BY_NAME.has(entry.use) ? entry.paths : entry.paths.filter((path) => this.reaches(path));
    return paths.flatMap((path) => {
      // An object that is called itself (`knex('users')`) goes by any name.
      const called = entry.use === 'call' && path.endsWith('#') ? [CALLED_VARIABLE, packageOf(path)] : [];
      return [searchName(path), ...called, ...models.otherNames(path)];
    });
  }
}
