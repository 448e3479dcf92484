/** The pipeline on files in memory: extract → link → evaluate. */
import type { NamedControl } from '../../src/contracts/controls.js';
import type { Outcome } from '../../src/contracts/audit.js';
import type { Program } from '../../src/contracts/program.js';
import type { Model } from '../../src/contracts/models.js';
import type { Rulebook } from '../../src/contracts/rules.js';
import { evaluateWith } from '../../src/evaluate/index.js';
import { extractSource } from '../../src/extract/extract-source.js';
import { documentFormat, extractDocument, extractSchema, SCHEMA_FILE } from '../../src/extract/index.js';
import { linkWith } from '../../src/link/index.js';
import type { Link } from '../../src/link/index.js';
import { inventoryOf, SOURCE_FILE } from './inventory-of.js';
import type { Files } from './inventory-of.js';

export function programOf(files: Files, models: readonly Model[], controls: readonly NamedControl[] = []): Program {
  const inventory = inventoryOf(files);
  const paths = Object.keys(files).sort();
  const facts = paths.filter((path) => SOURCE_FILE.test(path)).map((path) => extractSource(path, files[path]!));
  const schemas = paths.filter((path) => SCHEMA_FILE.test(path)).map((path) => extractSchema(path, files[path]!));
  const documents = inventory.files.flatMap((file) => {
    const format = documentFormat(file);
    return format === null ? [] : [extractDocument(file, format, files[file.path]!)];
  });
  return linkerFor(models, controls)(facts, inventory, schemas, documents);
}

/** Arranging all models for look-up takes longer than most cases. */
const linkers = new WeakMap<readonly Model[], Link>();

function linkerFor(models: readonly Model[], controls: readonly NamedControl[]): Link {
  if (controls.length > 0) return linkWith(models, controls);
  let linker = linkers.get(models);
  if (linker === undefined) linkers.set(models, (linker = linkWith(models)));
  return linker;
}

/** Our own rules must not throw, so an error ends the test. */
export function auditCase(files: Files, rulebook: Rulebook): Outcome[] {
  return evaluateWith(rulebook, { rethrow: true })(programOf(files, rulebook.models));
}
