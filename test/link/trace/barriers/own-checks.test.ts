/** Checks that the program wraps in methods of its own: on `this`, static, in another file. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsIn, reaches } from './barriers-of.js';

const E = `import express from 'express'; import path from 'path'; const app = express(); const ROOT = '/srv/files';`;
const inClass = (members: string, use: string) => `${E} class Files { ${members} read(name) { const full = path.join(ROOT, name); ${use} } }
const files = new Files(); app.get('/', (req) => files.read(req.query.x));`;
const INSIDE = `assertInside(p) { if (!p.startsWith(ROOT + path.sep)) throw new Error('no'); }`;

describe('an own method that asserts', () => {
  test.each<[Sink, string]>([
    ['path', inClass(INSIDE, `this.assertInside(full); mark(full);`)],
    ['path', inClass(`private assertInside = (p) => { if (!p.startsWith(ROOT + path.sep)) throw new Error('no'); };`, `this.assertInside(full); mark(full);`)],
    ['path', inClass(`isInside(p) { return p.startsWith(ROOT + path.sep); }`, `if (!this.isInside(full)) return; mark(full);`)],
    ['path', inClass(`isInside(p) { return p.startsWith(ROOT + path.sep); }`, `if (this.isInside(full)) mark(full);`)],
    ['path', inClass(`static check(p) { if (!p.startsWith(ROOT + path.sep)) throw new Error('no'); }`, `Files.check(full); mark(full);`)],
    ['path', inClass(`root = '/srv'; assertInside(p) { if (!p.startsWith(this.root + path.sep)) throw new Error('no'); }`, `this.assertInside(full); mark(full);`)],
    ['sql', inClass(`assertName() { if (!/^\\w+$/.test(this.name)) throw new Error('no'); }`, `this.name = name; this.assertName(); mark(this.name);`)],
    ['path', inClass(`assertInside(p) { if (!p.startsWith(ROOT + path.sep)) throw new Error('no'); } check(q) { this.assertInside(q); }`, `this.check(full); mark(full);`)],
    ['path', inClass(INSIDE, `try { this.assertInside(full); } catch { return null; } mark(full);`)],
  ])('stops for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).not.toContain('request');
  });
  test.each<[Sink, string]>([
    ['path', inClass(`assertInside(p) { if (process.env.SKIP) return; if (!p.startsWith(ROOT + path.sep)) throw new Error('no'); }`, `this.assertInside(full); mark(full);`)],
    ['path', inClass(`assertInside(p) { if (!p.startsWith(ROOT + path.sep)) console.warn('no'); }`, `this.assertInside(full); mark(full);`)],
    ['path', inClass(`isInside(p) { return p.startsWith(ROOT + path.sep); }`, `this.isInside(full); mark(full);`)],
    ['path', inClass(`isInside(p) { return p.startsWith(ROOT + path.sep); }`, `if (this.isInside(full)) return; mark(full);`)],
    ['path', inClass(INSIDE, `mark(full); this.assertInside(full);`)],
    ['path', inClass(INSIDE, `this.assertInside('/srv/files/a'); mark(full);`)],
    ['path', inClass(INSIDE, `try { this.assertInside(full); } catch { console.warn('no'); } mark(full);`)],
    ['path', inClass(`assertInside(p) { if (p.startsWith(ROOT + path.sep)) throw new Error('no'); }`, `this.assertInside(full); mark(full);`)],
    ['sql', inClass(`assertName() { if (!/^\\w+$/.test(this.name)) throw new Error('no'); }`, `this.name = name; mark(this.name); this.assertName();`)],
    ['sql', inClass(`assertName() { if (!this.name) return; if (!/^\\w+$/.test(this.other)) throw new Error('no'); }`, `this.name = name; this.assertName(); mark(this.name);`)],
    ['path', inClass(`assertInside(p) { this.assertInside(p); }`, `this.assertInside(full); mark(full);`)],
  ])('lets through for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).toContain('request');
  });
});

describe('a check that an object of the program holds', () => {
  const OBJECT = `const validators = { name(x) { if (!/^[a-z]+$/.test(x)) throw new Error('no'); }, isName: (x) => /^[a-z]+$/.test(x) };`;
  const GUARD = `class Guard { static name(x) { if (!/^[a-z]+$/.test(x)) throw new Error('no'); } static is(x) { return /^[a-z]+$/.test(x); } }`;
  test.each<[Sink, string, string]>([
    ['sql', `validators.name(x); mark(x)`, OBJECT],
    ['sql', `if (!validators.isName(x)) return; mark(x)`, OBJECT],
    ['sql', `Guard.name(x); mark(x)`, GUARD],
    ['sql', `if (!Guard.is(x)) throw new Error(); mark(x)`, GUARD],
    ['sql', `new Guard().check(x); mark(x)`, `class Guard { check(x) { if (!/^[a-z]+$/.test(x)) throw new Error('no'); } }`],
  ])('stops for %s: %s', (sink, body, before) => {
    expect(reaches(sink, body, before)).toBe(false);
  });
  test.each<[Sink, string, string]>([
    ['sql', `validators.isName(x); mark(x)`, OBJECT],
    ['sql', `validators.name(req.query.y); mark(x)`, OBJECT],
    ['sql', `if (Guard.is(x)) return; mark(x)`, GUARD],
  ])('lets through for %s: %s', (sink, body, before) => {
    expect(reaches(sink, body, before)).toBe(true);
  });
});
