/** What programs add to things of libraries, as models tell: what is assigned to `Schema#statics`, or given to `Schema#static()`, is a member of `Model`. */
import { lastNameOf } from './api-path.js';
import type { Model } from '../contracts/models.js';

export class Extensions {
  private readonly holders: ReadonlyMap<string, readonly string[]>;
  private readonly extended: ReadonlyMap<string, string>;
  /** Names of the members to which such things are assigned, one by one or in a table. */
  readonly names: ReadonlySet<string>;
  /** Names of the methods that are given a name and what is added under it. */
  readonly calls: ReadonlySet<string>;

  constructor(models: readonly Model[]) {
    this.holders = new Map(models.flatMap((model) => Object.entries(model.members)));
    this.names = new Set([...this.holders.values()].flat().filter((holder) => !holder.endsWith('()')).map(lastNameOf));
    this.calls = new Set([...this.holders.values()].flat().filter((holder) => holder.endsWith('()')).map(lastNameOf));
    this.extended = new Map([...this.holders].flatMap(([path, holders]) => holders.map((holder) => [holder, path] as const)));
  }

  /** To whose members the program assigns what it adds to this thing; undefined where it adds nothing. */
  holdersOf(path: string): readonly string[] | undefined {
    return this.holders.get(path);
  }

  /** What the program extends by assigning to members of this. */
  extendedBy(holder: string): string | null {
    return this.extended.get(holder) ?? null;
  }
}
