/**
 * The rules that come with the package, read and checked at build time: reading their YAML takes a third of a second (171
 * files, Node 20), reading this takes a hundredth. It is used only for exactly the files that it was made of, by exactly the
 * program that made it, so that whoever edits a rule sees what he wrote.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model, Rule, SourcePosition } from '../contracts/rules.js';
import { PLACED_KEYS, readDirectory } from './directory.js';
import type { DirectoryContent, Named, PlacedKey } from './directory.js';
import { findRulebookFiles } from './find-files.js';

interface CompiledFile<T> {
  /** Its `source` is relative to the directory. */
  item: T;
  path: string;
  positions: Record<PlacedKey, SourcePosition>;
}

interface CompiledDirectory {
  /** Of what it was made. */
  key: string;
  rules: CompiledFile<Rule>[];
  models: CompiledFile<Model>[];
  issues: Diagnostic[];
}

/**
 * @param directory absolute, of rules and models.
 * @returns what `readCompiled` reads: JSON text, the same for the same files wherever they stand.
 */
export function compileDirectory(directory: string): string {
  const { rules, models, issues } = readDirectory(directory);
  const from = (source: string) => relative(directory, source);
  const compiled: CompiledDirectory = {
    key: keyOf(directory),
    rules: rules.map((named) => compiledFile(named, withSource(named.item, from))),
    models: models.map((named) => compiledFile(named, modelWithSource(named.item, from))),
    issues,
  };
  return JSON.stringify(compiled);
}

/** What `readDirectory` gives, out of a file that `compileDirectory` made; null when there is none, or one of other files. */
export function readCompiled(directory: string, file: URL): DirectoryContent | null {
  try {
    const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledDirectory;
    if (compiled.key !== keyOf(directory)) return null;
    const from = (source: string) => join(directory, source);
    return {
      rules: compiled.rules.map((each) => namedFile(each, withSource(each.item, from))),
      models: compiled.models.map((each) => namedFile(each, modelWithSource(each.item, from))),
      issues: compiled.issues,
    };
  } catch {
    // Missing, cut off, unreadable: the YAML says it all again.
    return null;
  }
}

/** Over every rule and model file, and over the modules of this room, which turn them into rules. */
function keyOf(directory: string): string {
  const hash = createHash('sha256');
  for (const { shown, file } of findRulebookFiles(directory)) hash.update(`${shown}\u0000`).update(readFileSync(file)).update('\u0000');
  const room = fileURLToPath(new URL('.', import.meta.url));
  for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.js')) hash.update(`${name}\u0000`).update(readFileSync(join(room, name))).update('\u0000');
  }
  return hash.digest('hex');
}

function compiledFile<T>({ path, positionOf }: Named<T>, item: T): CompiledFile<T> {
  const positions = Object.fromEntries(PLACED_KEYS.map((key) => [key, positionOf(key)])) as CompiledFile<T>['positions'];
  return { item, path, positions };
}

function namedFile<T>({ path, positions }: CompiledFile<T>, item: T): Named<T> {
  return { item, path, positionOf: (key) => positions[key] };
}

function withSource<T extends { source: string }>(item: T, change: (source: string) => string): T {
  return { ...item, source: change(item.source) };
}

function modelWithSource(model: Model, change: (source: string) => string): Model {
  return { ...withSource(model, change), roles: model.roles.map((entry) => withSource(entry, change)) };
}
