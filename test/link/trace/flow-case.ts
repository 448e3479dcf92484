/** Small programs in which request data takes one idiom on its way to `mark(…)`, each with its twin in which a constant goes the same way. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Origin, Program } from '../../../src/contracts/program.js';
import type { Sink } from '../../../src/contracts/sinks.js';
import { ownRulesDirectory } from '../../../src/rulebook/index.js';
import { loadRulebook } from '../../../src/rulebook/load.js';
import { programOf } from '../../support/audit-case.js';
import { marked } from '../../support/program.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

/** Name; body of a handler `(req, res) => {…}`; what stands before it; other files. `SOURCE` is the datum, `OBJECT` an object that holds it as `id`. */
export type Idiom = readonly [name: string, body: string, before?: string, files?: Readonly<Record<string, string>>];

const TAINTED = { SOURCE: 'req.query.id', OBJECT: 'req.query' };
const CLEAN = { SOURCE: "'clean'", OBJECT: "({ id: 'clean', other: 'clean' })" };

function programFor(idiom: Idiom, data: typeof TAINTED): Program {
  const [, body, before = '', others = {}] = idiom;
  const main = `const express = require('express');\nconst app = express();\n${before}\napp.get('/', async (req, res) => {\n${body}\n});\n`;
  const files = Object.entries({ 'main.ts': main, ...others }).map(([path, text]) => [path, text.replaceAll('SOURCE', data.SOURCE).replaceAll('OBJECT', data.OBJECT)]);
  return programOf(Object.fromEntries(files), models);
}

function origins(program: Program, idiom: Idiom, sink: Sink): readonly Origin[] {
  const path = ['main.ts', ...Object.keys(idiom[3] ?? {})].find((candidate) => /\bmark\(/.test(textOf(idiom, candidate))) ?? 'main.ts';
  const { origins: found, truncated } = program.trace(marked(program, path), { sink });
  expect(truncated, 'the walk was cut short').toBe(false);
  return found;
}

function textOf(idiom: Idiom, path: string): string {
  return path === 'main.ts' ? `${idiom[1]}\n${idiom[2] ?? ''}` : (idiom[3]?.[path] ?? '');
}

const SINKS: readonly Sink[] = ['sql', 'shell', 'code', 'html', 'path'];

/** Request data must arrive, with steps that a reader can follow; in the twin it must not. */
export function followsEach(idioms: readonly Idiom[]): void {
  followsFor(SINKS, idioms);
}

/** The same for some uses of the value only. */
export function followsFor(sinks: readonly Sink[], idioms: readonly Idiom[]): void {
  test.each(idioms.map((idiom) => ({ name: idiom[0], idiom })))('$name', ({ idiom }) => {
    const tainted = programFor(idiom, TAINTED);
    for (const sink of sinks) expect(origins(tainted, idiom, sink).map((origin) => origin.kind), sink).toContain('request');
    const arrived = origins(tainted, idiom, 'sql').find((origin) => origin.kind === 'request')!;
    expect(arrived.lossy, 'a step had to be assumed').toBe(false);
    const { steps } = arrived;
    expect(steps[0]?.text).toMatch(/^request (query|data) is read: /);
    expect(steps.every((step) => step.text !== '' && step.location.line > 0)).toBe(true);
    const clean = programFor(idiom, CLEAN);
    expect(origins(clean, idiom, 'sql').map((origin) => origin.kind)).not.toContain('request');
  });
}

/** Request data goes through the same code, but not to the mark. */
export function keepsApart(idioms: readonly Idiom[]): void {
  test.each(idioms.map((idiom) => ({ name: idiom[0], idiom })))('$name', ({ idiom }) => {
    expect(origins(programFor(idiom, TAINTED), idiom, 'sql').map((origin) => origin.kind)).not.toContain('request');
  });
}
