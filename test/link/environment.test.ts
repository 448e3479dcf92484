/** Which variables a program reads, and what it does when they are not set. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EnvironmentRead, Program } from '../../src/contracts/program.js';
import { ownRulesDirectory } from '../../src/rulebook/index.js';
import { loadRulebook } from '../../src/rulebook/load.js';
import { programOf } from '../support/audit-case.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

function readsOf(files: Record<string, string> | string): EnvironmentRead[] {
  return [...programOf(typeof files === 'string' ? { 'src/service.ts': files } : files, models).environment.reads];
}

function readOf(text: string, name = 'API_URL'): EnvironmentRead {
  const read = readsOf(text).find((each) => each.name === name);
  if (read === undefined) throw new Error(`${name} is not read`);
  return read;
}

/** Of the reads of one variable, the one that is replaced. */
function fallbackOf(expression: string): string {
  const kinds = readsOf(`import { randomBytes } from 'node:crypto';\nexport const value = ${expression};`)
    .filter((read) => read.name === 'API_URL')
    .map((read) => read.fallback.kind);
  return kinds.find((kind) => kind !== 'none') ?? 'none';
}

function valueOf(program: Program, read: EnvironmentRead): unknown {
  return read.fallback.value === null ? null : program.constants(read.fallback.value);
}

describe('fallbacks', () => {
  it.each([
    ['process.env.API_URL', 'none'],
    ["process.env.API_URL || 'x'", 'literal'],
    ["process.env['API_URL'] ?? 'x'", 'literal'],
    ["process.env.API_URL ?? ''", 'empty'],
    ['process.env.API_URL ?? undefined', 'none'],
    ["process.env.API_URL ?? randomBytes(16).toString('hex')", 'generated'],
    ['process.env.API_URL ?? process.env.OTHER', 'other'],
    ["process.env.API_URL ?? process.env.OTHER ?? 'x'", 'literal'],
    ["process.env.OTHER ?? process.env.API_URL", 'none'],
    ["process.env.API_URL ? process.env.API_URL : 'x'", 'literal'],
    ["!process.env.API_URL ? 'x' : process.env.API_URL", 'literal'],
    ["(process.env.API_URL as string).trim() || 'x'", 'literal'],
    ["process.env.API_URL?.split(',') ?? ['x']", 'literal'],
    // `?.` says that it may be missing, and nothing is a list of nothing.
    ["process.env.API_URL?.split(',') ?? []", 'none'],
    ["process.env.API_URL || 'http://localhost:' + process.env.PORT", 'literal'],
    ['process.env.API_URL || `http://localhost:${process.env.PORT}`', 'literal'],
    ['process.env.API_URL || `https://${process.env.OTHER}`', 'other'],
    ["process.env.API_URL && 'x'", 'none'],
    ["{ placeholder: process.env.API_URL || 'http://localhost' }", 'none'],
  ])('%s → %s', (expression, kind) => {
    expect(fallbackOf(expression)).toBe(kind);
  });

  it.each([
    ["const { API_URL = 'x' } = process.env;", 'literal'],
    ["let url = process.env.API_URL; if (!url) url = 'x';", 'literal'],
    ["let url = process.env.API_URL; if (url == null) { url = 'x'; }", 'literal'],
    ["let url = process.env.API_URL; if (url) url = 'x';", 'none'],
    ["const url = process.env.API_URL; use(url ?? 'x');", 'literal'],
    ["function f(url = process.env.API_URL || 'x') { return url; }", 'literal'],
  ])('%s → %s', (text, kind) => {
    expect(readOf(text).fallback.kind).toBe(kind);
  });

  it('an empty text that is tested afterwards is none', () => {
    expect(readOf("const url = process.env.API_URL || ''; if (!url) throw new Error('API_URL');").fallback.kind).toBe('none');
    expect(readOf("const url = process.env.API_URL || ''; use(url);").fallback.kind).toBe('empty');
  });

  it('follows the default that a caller gives a helper', () => {
    const files = {
      'src/env.ts': 'export const get = (name: string, fallback?: string) => process.env[name] ?? fallback;',
      'src/app.ts': "import { get } from './env.js';\nget('API_URL', 'http://localhost');\nget('OTHER_URL');",
    };
    const program = programOf(files, models);
    const [first, second] = program.environment.reads;
    expect([first!.name, first!.fallback.kind, valueOf(program, first!)]).toEqual(['API_URL', 'literal', ['http://localhost']]);
    expect([second!.name, second!.fallback.kind]).toEqual(['OTHER_URL', 'none']);
  });
});

describe('checks at start-up', () => {
  it.each([
    "if (!process.env.API_URL) throw new Error('API_URL');",
    "if (process.env.API_URL === undefined) { console.error('API_URL'); process.exit(1); }",
    "if (!process.env.OTHER || !process.env.API_URL) throw new Error('missing');",
    "if (!process.env.API_URL?.trim()) throw new Error('missing');",
    "for (const name of ['API_URL']) if (!process.env[name]) throw new Error(name);",
    "['API_URL'].forEach((name) => { if (!process.env[name]) throw new Error(name); });",
    "const missing = ['API_URL'].filter((name) => !process.env[name]); if (missing.length) throw new Error('missing');",
    "import assert from 'node:assert'; assert(process.env.API_URL);",
  ])('%s', (check) => {
    expect(readOf(`${check}\nexport const url = new URL(process.env.API_URL);`).validated).not.toBeNull();
  });

  it.each([
    "if (!process.env.API_URL) console.warn('API_URL');",
    "if (process.env.API_URL) throw new Error('must not be set');",
    "if (!process.env.OTHER) throw new Error('OTHER');",
  ])('%s is none', (check) => {
    expect(readsOf(`${check}\nexport const url = new URL(process.env.API_URL);`).at(-1)!.validated).toBeNull();
  });

  it('a helper that throws for one name says nothing of the others', () => {
    const files = {
      'src/env.ts': 'export const env = (name: string) => process.env[name];',
      'src/app.ts': "import { env } from './env.js';\nconst key = env('STRIPE_URL');\nif (!key) throw new Error('STRIPE_URL');\nexport const url = new URL(env('API_URL'));",
    };
    const reads = readsOf(files).filter((read) => read.name !== '');
    expect(reads.map((read) => [read.name, read.validated !== null])).toEqual([['STRIPE_URL', true], ['API_URL', false]]);
  });
});

describe('absence', () => {
  const handled = (text: string) => readsOf(text).filter((read) => read.name === 'API_URL').at(-1)!.absence !== null;

  it.each([
    'if (process.env.API_URL) start(process.env.API_URL);',
    'export const url = process.env.API_URL || undefined;',
    "export const local = process.env.API_URL === 'local';",
    'const url = process.env.API_URL; export const f = () => (url ? start(url) : null);',
    'const url = process.env.API_URL; export function f() { if (url === undefined) return null; return start(url); }',
    'const options = { url: process.env.API_URL }; if (options.url) start(options.url);',
    'class A { url = process.env.API_URL; f() { return this.url?.length; } }',
    'const url = () => process.env.API_URL; const u = url(); if (!u) stop(); else start(u);',
    'if (process.env.API_URL) start(1);\nexport const url = new URL(process.env.API_URL);',
  ])('%s is dealt with', (text) => {
    expect(handled(text)).toBe(true);
  });

  it.each([
    'export const url = new URL(process.env.API_URL);',
    'export const url = process.env.API_URL;',
    'const url = process.env.API_URL; if (!url) console.warn("none"); start(url);',
    'export const same = (given: string) => given === process.env.API_URL;',
    'const client = new Client({ url: process.env.API_URL }); if (client) start(process.env.API_URL);',
  ])('%s is not', (text) => {
    expect(handled(text)).toBe(false);
  });

  it('a test in another file counts for the constant that it tests', () => {
    const files = {
      'src/a.ts': 'export const url = process.env.API_URL;',
      'src/b.ts': "import { url } from './a.js';\nexport const f = () => { if (!url) return; start(url); };",
    };
    expect(readsOf(files)[0]!.absence?.handledBy.file.facts.path).toBe('src/b.ts');
  });
});
