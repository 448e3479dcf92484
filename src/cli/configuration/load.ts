/** Finds and reads the configuration. Every mistake in it is a `UserError` with path, line, column and, where there is one, the nearest valid word. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { CONTROL_NAMES, type NamedControl } from '../../contracts/controls.js';
import type { TeamDecision } from '../../contracts/decisions.js';
import { UserError } from '../../contracts/errors.js';
import { parseJsonText, parseYamlText } from '../../discover/index.js';
import type { ParsedDocument } from '../../discover/index.js';
import { nearestWord } from '../../rulebook/nearest-word.js';
import { configurationSchema } from './schema.js';
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
const DECISION_KEYS = ['reason', 'owner', 'until', 'link'];

/**
 * The configuration of the audited directory, or that of `--config`.
 * @param explicit path from the command line, relative to `workingDirectory`
 */
export function loadConfiguration(auditedDirectory: string, explicit: string | null, workingDirectory: string): LoadedConfiguration {
  if (explicit !== null) return readFileAt(resolve(workingDirectory, explicit), workingDirectory);
  const found = FILE_NAMES.map((name) => join(auditedDirectory, name)).filter((path) => existsSync(path));
  const inManifest = readManifestKey(join(auditedDirectory, 'package.json'), workingDirectory);
  const places = [...found.map((path) => show(path, workingDirectory)), ...(inManifest === null ? [] : [`${inManifest.path} ("${MANIFEST_KEY}")`])];
  if (places.length > 1) throw new UserError('several-configurations', `there are ${places.length} configurations: ${places.join(', ')}`, { hint: 'keep one of them' });
  if (found[0] !== undefined) return readFileAt(found[0], workingDirectory);
  return inManifest ?? { values: {}, path: null, directory: resolve(auditedDirectory), positionOf: () => ({ line: 1, column: 1 }) };
}

function readFileAt(path: string, workingDirectory: string): LoadedConfiguration {
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
function readManifestKey(path: string, workingDirectory: string): LoadedConfiguration | null {
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

function validate(document: ParsedDocument, value: unknown, prefix: readonly string[], path: string, directory: string): LoadedConfiguration {
  const positionOf: ParsedDocument['positionOf'] = (inner) => document.positionOf([...prefix, ...inner]);
  const checked = configurationSchema.safeParse(value);
  if (checked.success) return { values: checked.data, path, directory, positionOf };
  const issue = checked.error.issues[0];
  if (issue === undefined) throw checked.error;
  const { message, hint, at } = explain(issue);
  throw new UserError('configuration-invalid', message, { path, ...positionOf(at.map((part) => (typeof part === 'symbol' ? String(part) : part))), hint });
}

function explain(issue: z.core.$ZodIssue): { message: string; hint: string; at: readonly PropertyKey[] } {
  const name = issue.path.length === 0 ? 'the configuration' : `"${issue.path.join('.')}"`;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const inControls = issue.path.at(-1) === 'controls';
    const inDecision = issue.path[0] === 'accept' || issue.path[0] === 'attest';
    const known = inControls ? CONTROL_NAMES : inDecision ? DECISION_KEYS : Object.keys(configurationSchema.shape).filter((word) => word !== '$schema');
    return { message: `unknown ${inControls ? 'control' : 'key'} "${key}"`, hint: suggest(key, known), at: [...issue.path, key] };
  }
  if (issue.code === 'invalid_value') return { message: `${name} must be one of ${issue.values.map(String).join(', ')}`, hint: 'choose one of them', at: issue.path };
  if (issue.code === 'invalid_type') return { message: `${name} must be ${describeType(issue.expected)}`, hint: 'see schema/config.json', at: issue.path };
  return { message: `${name}: ${issue.message}`, hint: 'see schema/config.json', at: issue.path };
}

function describeType(expected: string): string {
  const words: Record<string, string> = { string: 'a text', array: 'a list', object: 'a map of keys to values', record: 'a map of keys to values', number: 'a number', int: 'a whole number' };
  return words[expected] ?? expected;
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
