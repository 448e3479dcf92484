/**
 * The matrix: each item of the gap documents that the checklist was distilled from (`checklist-items.yaml`, in our own words) is found by a rule that
 * ships and is proved on the leaky fixture, waits for rules that are listed as open, or is left out with a reason.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { audit } from '../../src/index.js';
import type { AuditReport } from '../../src/index.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';

const item = z.union([
  z.strictObject({ number: z.string(), title: z.string().min(1), rules: z.array(z.string()).min(1) }),
  z.strictObject({ number: z.string(), title: z.string().min(1), 'left-out': z.string().min(1) }),
]);
const matrix = z
  .strictObject({ open: z.array(z.string()), documents: z.array(z.strictObject({ document: z.string(), items: z.array(item) })) })
  .parse(parse(readFileSync(new URL('checklist-items.yaml', import.meta.url), 'utf8')));
const golden = z
  .object({ gaps: z.record(z.string(), z.object({ status: z.string(), fail: z.array(z.string()), unknown: z.array(z.string()) })) })
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/leaky-desk.expected.json', import.meta.url), 'utf8')));

const { rules } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;
const shipping = new Set(rules.map((rule) => rule.id));
/** Checks for large services are not in the goldens, which are of the default profile. */
const enterprise = rules.filter((rule) => rule.relevance === 'enterprise').map((rule) => rule.id);
const leaky = await auditLarge('leaky-desk');
const items = matrix.documents.flatMap(({ document, items: list }) => list.map((each) => ({ document, ...each })));
const named = new Set(items.flatMap((each) => ('rules' in each ? each.rules : [])));

/** How many numbered items each document has, counted from 1 without a gap; the rest are its other parts. */
const NUMBERED: Record<string, number> = { 'hardening summary': 6, backlog: 48, 'implementation plan': 23, 'production readiness': 7 };
const CHAPTERS = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3'];

describe.each(matrix.documents)('$document', ({ document, items: list }) => {
  it('is there with every number', () => {
    const numbers = list.map((each) => each.number).filter((number) => /^[\d.]+$/.test(number));
    expect(numbers).toEqual(document in NUMBERED ? Array.from({ length: NUMBERED[document]! }, (_, index) => String(index + 1)) : CHAPTERS);
  });

  it.each(list)('$number: $title', (each) => {
    if (!('rules' in each)) return expect(each['left-out']).not.toBe('');
    expect(each.rules.filter((id) => !shipping.has(id) && !matrix.open.includes(id))).toEqual([]);
    expect(each.rules.filter((id) => shipping.has(id) && !isProved(id))).toEqual([]);
  });
});

async function auditLarge(fixture: string): Promise<AuditReport> {
  return audit(fileURLToPath(new URL(`../../fixtures/${fixture}`, import.meta.url)), { profile: 'enterprise', only: enterprise, timestamp: false });
}

/** A rule fails somewhere in the leaky fixture, or says there of what a repository cannot show that it is not known. */
function isProved(id: string): boolean {
  const large = leaky.gaps.find((each) => each.ruleId === id);
  if (large !== undefined) return large.coverage.failing > 0;
  const gap = golden.gaps[id];
  return gap !== undefined && (gap.fail.length > 0 || (gap.status === 'unverified' && gap.unknown.length > 0));
}

it('the hardened fixture passes the checks for large services', async () => {
  const failing = (await auditLarge('hardened-desk')).gaps.flatMap((gap) => gap.findings.filter((finding) => finding.verdict === 'fail'));
  expect(failing.map(({ location, message }) => `${location.path}:${location.line} ${message}`)).toEqual([]);
});

it('what is open does not ship, and what ships is not open', () => {
  expect(matrix.open.filter((id) => shipping.has(id))).toEqual([]);
});

it('each rule, open or shipping, is named by an item', () => {
  expect([...shipping, ...matrix.open].filter((id) => !named.has(id))).toEqual([]);
});
