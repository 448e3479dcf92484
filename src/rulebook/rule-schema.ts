/** The schema of `rule.yaml`, read into the types of `contracts/rules.ts`. */
import { z } from 'zod';
import { PRIORITIES, PROFILES } from '../contracts/rules.js';
import type { FailClause, PassClause, SiteSelector } from '../contracts/rules.js';
import type { Condition } from '../contracts/vocabulary.js';
import { isMap, keys, oneOrMany, pickByWord } from './readers.js';
import type { Manner } from './readers.js';
import { conditionSchemas } from './vocabulary/conditions.js';
import { keyPattern, roleName } from './vocabulary/operands.js';

export const AREAS = ['security', 'configuration', 'reliability', 'data', 'observability', 'operations'] as const;

const text = z.string().trim().min(1, 'must not be empty');
const priority = z.enum(PRIORITIES as [string, ...string[]]) as unknown as z.ZodType<(typeof PRIORITIES)[number]>;
const recipe = keys({ before: text, after: text });

/** `15m`, `2h`, `1.5h`; read as minutes. */
const effort = z
  .string()
  .regex(/^\d+(\.\d+)?[mh]$/, 'an effort is written 15m or 2h')
  .transform((written) => Math.round(Number(written.slice(0, -1)) * (written.endsWith('h') ? 60 : 1)));

/** The schema of one rule file. */
export function ruleSchema(manner: Manner) {
  const { condition } = conditionSchemas(manner);
  return keys({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined with hyphens'),
    title: text,
    requirement: text,
    area: z.enum(AREAS),
    priority,
    relevance: z.enum(PROFILES as ['essential', 'growth', 'enterprise']),
    effort: keys({ 'per-site': effort.optional(), once: effort.optional() }).transform((raw) => ({ perSiteMinutes: raw['per-site'] ?? 0, onceMinutes: raw.once ?? 0 })),
    cwe: z.array(z.int().positive()).default([]),
    owasp: z.array(z.string().regex(/^[A-Z]+\d+:20\d\d$/, 'an OWASP id such as A03:2025, API2:2023 or LLM10:2025')).default([]),
    asvs: z.array(z.string().regex(/^\d+\.\d+(\.\d+)?$/, 'an ASVS id such as 13.2.6')).default([]),
    references: z.array(z.url({ protocol: /^https$/, error: 'an https URL' })).default([]),
    applies: keys({ when: condition, reason: text }).optional(),
    sites: selectorSchema(manner, condition),
    'site-name': text.optional(),
    groups: z.array(keys({ name: text, when: condition })).default([]),
    'one-finding-per': z.enum(['file', 'variable', 'client', 'service']).optional(),
    ignores: condition.optional(),
    fails: clauses(failClause(manner, condition)),
    passes: clauses(passClause(manner, condition)),
    otherwise: z.enum(['fail', 'pass', 'unknown']).optional(),
    'no-sites': text.optional(),
    message: text,
    why: text,
    action: text,
    fix: z.record(text, recipe).default({}),
  });
}

export type RuleInput = z.output<ReturnType<typeof ruleSchema>>;

function clauses<Clause>(clause: z.ZodType<Clause>) {
  return z.array(clause).default([]);
}

/** `{ when, message, … }`, or the condition alone. */
function failClause(manner: Manner, condition: z.ZodType<Condition>): z.ZodType<FailClause> {
  const confidence = z.enum(['high', 'medium', 'low']);
  const full = keys({ when: condition, message: text.optional(), priority: priority.optional(), confidence: confidence.optional() }).transform(
    (raw): FailClause => ({ when: raw.when, message: raw.message ?? null, priority: raw.priority ?? null, confidence: raw.confidence ?? null }),
  );
  const short = condition.transform((when): FailClause => ({ when, message: null, priority: null, confidence: null }));
  return longOrShort(manner, full, short);
}

function passClause(manner: Manner, condition: z.ZodType<Condition>): z.ZodType<PassClause> {
  const full = keys({ when: condition, because: text.optional() }).transform((raw): PassClause => ({ when: raw.when, because: raw.because ?? null }));
  const short = condition.transform((when): PassClause => ({ when, because: null }));
  return longOrShort(manner, full, short);
}

function longOrShort<Clause>(manner: Manner, full: z.ZodType<Clause>, short: z.ZodType<Clause>): z.ZodType<Clause> {
  return manner<Clause>({
    pick: (raw) => (isMap(raw) && 'when' in raw ? 'full' : 'short'),
    options: { full, short },
    finish: (_key, output) => output as Clause,
  });
}

function selectorSchema(manner: Manner, condition: z.ZodType<Condition>): z.ZodType<SiteSelector> {
  const where = condition.optional();
  const selector: z.ZodType<SiteSelector> = z.lazy(() => schema);
  const options: Record<SiteSelector['kind'], z.ZodType<SiteSelector>> = {
    role: keys({ role: oneOrMany(roleName), 'handed-on': text.optional(), where }).transform((raw) => ({ kind: 'role', roles: raw.role, handedOn: raw['handed-on'] ?? null, where: raw.where ?? null })),
    'environment-read': keys({ 'environment-read': z.literal(true), where }).transform((raw) => ({ kind: 'environment-read', where: raw.where ?? null })),
    query: keys({ query: z.literal(true), where }).transform((raw) => ({ kind: 'query', where: raw.where ?? null })),
    route: keys({ route: z.literal(true), where }).transform((raw) => ({ kind: 'route', where: raw.where ?? null })),
    operation: keys({ operation: z.literal(true), where }).transform((raw) => ({ kind: 'operation', where: raw.where ?? null })),
    project: keys({ project: z.literal(true), where }).transform((raw) => ({ kind: 'project', where: raw.where ?? null })),
    repository: keys({ repository: z.literal(true), where }).transform((raw) => ({ kind: 'repository', where: raw.where ?? null })),
    dependency: keys({ dependency: z.literal(true), where }).transform((raw) => ({ kind: 'dependency', where: raw.where ?? null })),
    entry: keys({ entry: keyPattern, in: oneOrMany(text), where }).transform((raw) => ({ kind: 'entry', files: raw.in, key: raw.entry, where: raw.where ?? null })),
    secret: keys({ secret: z.literal(true), in: oneOrMany(text), where }).transform((raw) => ({ kind: 'secret', files: raw.in, where: raw.where ?? null })),
    'log-call': keys({ 'log-call': z.literal(true), where }).transform((raw) => ({ kind: 'log-call', where: raw.where ?? null })),
    'module-state': keys({ 'module-state': z.literal(true), where }).transform((raw) => ({ kind: 'module-state', where: raw.where ?? null })),
    'detached-call': keys({ 'detached-call': z.literal(true), where }).transform((raw) => ({ kind: 'detached-call', where: raw.where ?? null })),
    'thrown-in-callback': keys({ 'thrown-in-callback': z.literal(true), where }).transform((raw) => ({ kind: 'thrown-in-callback', where: raw.where ?? null })),
    'repeated-work': keys({ 'repeated-work': z.literal(true), where }).transform((raw) => ({ kind: 'repeated-work', where: raw.where ?? null })),
    'lost-update': keys({ 'lost-update': z.literal(true), where }).transform((raw) => ({ kind: 'lost-update', where: raw.where ?? null })),
    'sequence-number': keys({ 'sequence-number': z.literal(true), where }).transform((raw) => ({ kind: 'sequence-number', where: raw.where ?? null })),
    'write-behind-call': keys({ 'write-behind-call': z.literal(true), where }).transform((raw) => ({ kind: 'write-behind-call', where: raw.where ?? null })),
    'long-work': keys({ 'long-work': z.literal(true), where }).transform((raw) => ({ kind: 'long-work', where: raw.where ?? null })),
    'external-call': keys({ 'external-call': z.literal(true), where }).transform((raw) => ({ kind: 'external-call', where: raw.where ?? null })),
    catch: keys({ catch: z.literal(true), where }).transform((raw) => ({ kind: 'catch', where: raw.where ?? null })),
    response: keys({ response: z.literal(true), where }).transform((raw) => ({ kind: 'response', where: raw.where ?? null })),
    entity: keys({ entity: z.literal(true), where }).transform((raw) => ({ kind: 'entity', where: raw.where ?? null })),
    migration: keys({ migration: z.literal(true), where }).transform((raw) => ({ kind: 'migration', where: raw.where ?? null })),
    'any-of': keys({ 'any-of': z.array(selector).min(1) }).transform((raw) => ({ kind: 'any-of', selectors: raw['any-of'] })),
  };
  const schema = manner<SiteSelector>({
    pick: (raw) => (isMap(raw) ? pickByWord(raw, Object.keys(options), 'site selector') : { problem: 'a site selector is a map such as { role: sql.execute }' }),
    options,
    finish: (_key, output) => output as SiteSelector,
  });
  return schema;
}
