/** Build step: makes the file that `readCompiled` reads. */
import { relative } from 'node:path';
import type { Model } from '../contracts/models.js';
import { keyOf, modelWithSource, withSource } from './compiled.js';
import type { CompiledDirectory, CompiledFile } from './compiled.js';
import { readDirectory } from './directory.js';
import { PLACED_KEYS } from './named.js';
import type { Named } from './named.js';
import { together } from './together.js';

/**
 * @param directory absolute, of rules and models.
 * @returns JSON text, the same for the same files wherever they stand.
 */
export function compileDirectory(directory: string): string {
  const content = readDirectory(directory);
  const { rulebook, issues } = together([content]);
  const from = (source: string) => relative(directory, source);
  const compiled: CompiledDirectory = {
    key: keyOf(directory),
    rules: content.rules.map((named) => compiledFile(named, withSource(named.item, from))),
    models: content.models.map((named) => compiledFile(named, modelWithSource(named.item, from))),
    issues: content.issues,
    alone: { rules: rulebook.rules.map((rule) => content.rules.findIndex((named) => named.item === rule)), issues },
  };
  return JSON.stringify(compiled);
}

function compiledFile<T extends Model | { source: string }>({ path, positionOf }: Named<T>, item: T): CompiledFile<T> {
  const positions = Object.fromEntries(PLACED_KEYS.map((key) => [key, positionOf(key)])) as CompiledFile<T>['positions'];
  return { item, path, positions };
}
