/** Finds and reads the configuration. Every mistake in it is a `UserError` with path, line, column and, where there is one, the nearest valid word. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CONTROL_NAMES, type NamedControl } from '../../contracts/controls.js';
import type { TeamDecision } from '../../contracts/decisions.js';
import { UserError } from '../../contracts/errors.js';
import { parseJsonText, parseYamlText } from '../../discover/index.js';
import type { ParsedDocument } from '../../discover/index.js';
import { nearestWord } from '../../rulebook/nearest-word.js';
import type { Configuration } from './schema.js';

export interface LoadedConfiguration {
  values: Configuration;
  /** As shown to the user: relative to the working directory; null without any configuration. */
  path: string | null;
  /** Absolute directory against which `rules` are resolved. */
  directory: string;
  /** Where a key stands, for messages that come later (an unknown check id). */
  positionOf: ParsedDocument['positionOf'];
}

const FILE_NAMES = ['shipworthy.config.yaml', 'shipworthy.config.yml', 'shipworthy.config.json'];
const MANIFEST_KEY = 'shipworthy';

/**
 * The configuration of the audited directory, or that of `--config`.
 * @param explicit path from the command line, relative to `workingDirectory`
 */
export async function loadConfiguration(auditedDirectory: string, explicit: string | null, workingDirectory: string): Promise<LoadedConfiguration> {
  if (explicit !== null) return readFileAt(resolve(workingDirectory, explicit), workingDirectory);
  const found = FILE_NAMES.map((name) => join(auditedDirectory, name)).filter((path) => existsSync(path));
  const inManifest = await readManifestKey(join(auditedDirectory, 'package.json'), workingDirectory);
  const places = [...found.map((path) => show(path, workingDirectory)), ...(inManifest === null ? [] : [`${inManifest.path} ("${MANIFEST_KEY}")`])];
  if (places.length > 1) throw new UserError('several-configurations', `there are ${places.length} configurations: ${places.join(', ')}`, { hint: 'keep one of them' });
  if (found[0] !== undefined) return readFileAt(found[0], workingDirectory);
  return inManifest ?? { values: {}, path: null, directory: resolve(auditedDirectory), positionOf: () => ({ line: 1, column: 1 }) };
}

async function readFileAt(path: string, workingDirectory: string): Promise<LoadedConfiguration> {
  const shown = show(path, workingDirectory);
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError('configuration-unreadable', `cannot read the configuration ${shown} (${code ?? 'unknown error'})`, { hint: 'check the path and its permissions' });
  }
  const result = path.endsWith('.json') ? parseJsonText(text) : parseYamlText(text);
  if ('problem' in result) throw new UserError('configuration-invalid', result.problem.message, { path: shown, ...result.problem.position, hint: 'correct the syntax' });
  return validate(result.document, result.document.value ?? {}, [], shown, dirname(path));
}

/** A package.json that is broken or elsewhere is the business of discovery, which reports it. */
async function readManifestKey(path: string, workingDirectory: string): Promise<LoadedConfiguration | null> {
  if (!existsSync(path)) return null;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const result = parseJsonText(text);
  if ('problem' in result) return null;
  const manifest = result.document.value;
  if (typeof manifest !== 'object' || manifest === null || !Object.hasOwn(manifest, MANIFEST_KEY)) return null;
  return validate(result.document, (manifest as Record<string, unknown>)[MANIFEST_KEY], [MANIFEST_KEY], show(path, workingDirectory), dirname(path));
}

/** The schemas are loaded for a configuration that is there, not by every run. */
async function validate(document: ParsedDocument, value: unknown, prefix: readonly string[], path: string, directory: string): Promise<LoadedConfiguration> {
  const positionOf: ParsedDocument['positionOf'] = (inner) => document.positionOf([...prefix, ...inner]);
  const { checkedConfiguration } = await import('./check.js');
  return { values: checkedConfiguration(value, path, positionOf), path, directory, positionOf };
}

/** The controls that a configuration names, in its order. */
export function namedControls({ controls = {} }: Configuration): NamedControl[] {
  return CONTROL_NAMES.flatMap((control) => (controls[control] ?? []).map((reference) => ({ control, reference })));
}

/** What the team accepted and attested, in the order in which it is written. */
export function teamDecisions({ values, path, positionOf }: LoadedConfiguration): TeamDecision[] {
  return (['accept', 'attest'] as const).flatMap((key) =>
    Object.entries(values[key] ?? {}).map(([check, { reason, owner, until, link }]) => ({
      kind: key === 'accept' ? ('accepted' as const) : ('attested' as const),
      check,
      reason,
      owner,
      until,
      link: link ?? '',
      place: { path: path ?? '', line: positionOf([key, check]).line },
    })),
  );
}

/** What to write instead of an unknown word. */
export function suggest(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest === null ? `known: ${[...known].sort().join(', ')}` : `did you mean "${nearest}"?`;
}

function show(path: string, workingDirectory: string): string {
  const inside = relative(workingDirectory, path);
  return inside === '' || inside.startsWith('..') ? path : inside;
}
