/**
 * The rules that come with the package, read and checked at build time: reading their YAML takes a third of a second (171
 * files, Node 20), reading this takes a hundredth. It is used only for exactly the files that it was made of, by exactly the
 * program that made it, so that whoever edits a rule sees what he wrote.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../contracts/inventory.js';
import type { Model } from '../contracts/models.js';
import type { Rule, SourcePosition } from '../contracts/rules.js';
import { findRulebookFiles } from './find-files.js';
import type { DirectoryContent, LoadedRulebook, Named, PlacedKey } from './named.js';

export interface CompiledFile<T> {
  /** Its `source` is relative to the directory. */
  item: T;
  path: string;
  positions: Record<PlacedKey, SourcePosition>;
}

export interface CompiledDirectory {
  /** Of what it was made. */
  key: string;
  rules: CompiledFile<Rule>[];
  models: CompiledFile<Model>[];
  issues: Diagnostic[];
  /** What `together` makes of the directory alone: places of its rules in `rules`, in order, and all issues. */
  alone: { rules: number[]; issues: Diagnostic[] };
}

export interface ReadDirectory {
  /** As `readDirectory` gives it. */
  content: DirectoryContent;
  /** As `together` gives it for no other directory. */
  alone: () => LoadedRulebook;
}

/** Reads a file that `compileDirectory` made; null when there is none, or one of other files. */
export function readCompiled(directory: string, file: URL): ReadDirectory | null {
  try {
    const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledDirectory;
    if (compiled.key !== keyOf(directory)) return null;
    const from = (source: string) => join(directory, source);
    const content: DirectoryContent = {
      rules: compiled.rules.map((each) => namedFile(each, withSource(each.item, from))),
      models: compiled.models.map((each) => namedFile(each, modelWithSource(each.item, from))),
      issues: compiled.issues,
    };
    const { rules, issues } = compiled.alone;
    return { content, alone: () => ({ rulebook: { rules: rules.map((index) => content.rules[index]!.item), models: content.models.map((model) => model.item) }, issues }) };
  } catch {
    // Missing, cut off, unreadable: the YAML says it all again.
    return null;
  }
}

/** Over every rule and model file, and over the modules of this room, which turn them into rules. */
export function keyOf(directory: string): string {
  const hash = createHash('sha256');
  for (const { shown, file } of findRulebookFiles(directory)) hash.update(`${shown}\u0000`).update(readFileSync(file)).update('\u0000');
  // Its modules lie beside the bundle too.
  const room = fileURLToPath(new URL('../rulebook/', import.meta.url));
  for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.js')) hash.update(`${name}\u0000`).update(readFileSync(join(room, name))).update('\u0000');
  }
  return hash.digest('hex');
}

function namedFile<T>({ path, positions }: CompiledFile<T>, item: T): Named<T> {
  return { item, path, positionOf: (key) => positions[key] };
}

export function withSource<T extends { source: string }>(item: T, change: (source: string) => string): T {
  return { ...item, source: change(item.source) };
}

export function modelWithSource(model: Model, change: (source: string) => string): Model {
  return { ...withSource(model, change), roles: model.roles.map((entry) => withSource(entry, change)) };
}
