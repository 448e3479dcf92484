/** Rules and models with the places of their keys, as they come out of a directory. */
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model } from '../contracts/models.js';
import type { Rule, Rulebook, SourcePosition } from '../contracts/rules.js';

/** Keys of a file of which later checks ask where they stand. */
export const PLACED_KEYS = ['id', 'sites', 'message', 'fails', 'passes', 'aliases', 'roles'] as const;
export type PlacedKey = (typeof PLACED_KEYS)[number];

/** A rule or model with the path under which messages name it. */
export interface Named<T> {
  item: T;
  path: string;
  /** Where a key of the file stands; its beginning when it is not there. */
  positionOf(key: PlacedKey): SourcePosition;
}

export interface DirectoryContent {
  /** In path order, as are the models. */
  rules: Named<Rule>[];
  models: Named<Model>[];
  /** An `error` means that its file is left out. */
  issues: Diagnostic[];
}

export interface LoadedRulebook {
  rulebook: Rulebook;
  /** An `error` means that its file is left out. By directory, then path, line and column. */
  issues: Diagnostic[];
}
