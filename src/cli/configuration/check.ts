/** Checks what a configuration says. */
import type { z } from 'zod';
import { CONTROL_NAMES } from '../../contracts/controls.js';
import { UserError } from '../../contracts/errors.js';
import type { ParsedDocument } from '../../discover/index.js';
import { suggest } from './load.js';
import { configurationSchema } from './schema.js';
import type { Configuration } from './schema.js';

const DECISION_KEYS = ['reason', 'owner', 'until', 'link'];

/** @throws UserError `configuration-invalid` at the place of the first mistake */
export function checkedConfiguration(value: unknown, path: string, positionOf: ParsedDocument['positionOf']): Configuration {
  const checked = configurationSchema.safeParse(value);
  if (checked.success) return checked.data;
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
