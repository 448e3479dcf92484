/** What a schema's fields prove about the data that it has checked. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsIn, reaches } from './barriers-of.js';

const Z = `import { z } from 'zod';`;
const J = `import Joi from 'joi';`;

describe('stops', () => {
  test.each<[Sink, string, string]>([
    ['sql', `const b = z.object({ id: z.number() }).parse(req.body); mark(b.id)`, Z],
    ['sql', `const { id } = S.parse(req.body); mark(id)`, `${Z} const S = z.object({ id: z.string().uuid() });`],
    ['sql', `const r = S.safeParse(req.body); if (!r.success) return; mark(r.data.id)`, `${Z} const S = z.object({ id: z.coerce.number().int().min(1) });`],
    ['sql', `const r = S.safeParse(req.body); if (!r.success) return; mark(req.body.id)`, `${Z} const S = z.object({ id: z.number() });`],
    ['sql', `S.parse(req.query); mark(x)`, `${Z} const S = z.object({ x: z.enum(['a', 'b']) });`],
    ['sql', `mark(S.parse(req.body).a.b)`, `${Z} const S = z.object({ a: z.object({ b: z.boolean() }) });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().regex(/^[a-z]+$/).optional() });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().refine((v) => ['a'].includes(v)) });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const B = z.object({ s: z.number() }); const S = B.extend({ t: z.string() });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.union([z.number(), z.literal('all')]) });`],
    ['nosql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string() });`],
    ['path', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().trim().uuid() });`],
    ['sql', `const { error, value } = S.validate(req.body); if (error) return; mark(value.id)`, `${J} const S = Joi.object({ id: Joi.number().integer() });`],
    ['sql', `const { error } = S.validate(req.body); if (error) return res.sendStatus(400); mark(req.body.id)`, `${J} const S = Joi.object({ id: Joi.string().guid() });`],
    ['sql', `mark(v.parse(S, req.body).id)`, `import * as v from 'valibot'; const S = v.object({ id: v.pipe(v.string(), v.uuid()) });`],
    ['sql', `if (!validator.isUUID(x)) return; mark(x)`, `import validator from 'validator';`],
    ['sql', `if (!isInt(x)) return; mark(x)`, `import { isInt } from 'validator';`],
    ['html', `mark(validator.escape(x))`, `import validator from 'validator';`],
    ['html', `mark(escape(x))`, `import escape from 'escape-html';`],
    ['html', `mark(he.encode(x))`, `import he from 'he';`],
    ['html', `mark(DOMPurify.sanitize(x))`, `import DOMPurify from 'isomorphic-dompurify';`],
    ['html', `mark(_.escape(x))`, `import _ from 'lodash';`],
    ['regex', `mark(_.escapeRegExp(x))`, `import _ from 'lodash';`],
    ['path', `mark(sanitize(x))`, `import sanitize from 'sanitize-filename';`],
    ['nosql', `if (!_.isString(x)) return; mark(x)`, `import _ from 'lodash';`],
  ])('%s: %s', (sink, body, before) => {
    expect(reaches(sink, body, before)).toBe(false);
  });
});

describe('lets through', () => {
  test.each<[Sink, string, string]>([
    ['sql', `mark(z.object({ id: z.string() }).parse(req.body).id)`, Z],
    ['sql', `const r = S.safeParse(req.body); if (r.success) return; mark(req.body.id)`, `${Z} const S = z.object({ id: z.number() });`],
    ['sql', `const r = S.safeParse(req.body); mark(req.body.id)`, `${Z} const S = z.object({ id: z.number() });`],
    ['sql', `S.parse(req.body); mark(req.query.x)`, `${Z} const S = z.object({ x: z.number() });`],
    ['sql', `mark(S.parse(req.body).other)`, `${Z} const S = z.object({ id: z.number() }).passthrough();`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().regex(/[a-z]+/) });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().email() });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.union([z.number(), z.string()]) });`],
    ['sql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.string().refine((v) => !['a'].includes(v)) });`],
    ['nosql', `mark(S.parse(req.body).s)`, `${Z} const S = z.object({ s: z.any() });`],
    ['sql', `const { error } = S.validate(req.body); if (!error) return; mark(req.body.id)`, `${J} const S = Joi.object({ id: Joi.number() });`],
    ['sql', `if (!validator.isEmail(x)) return; mark(x)`, `import validator from 'validator';`],
    ['sql', `if (validator.isUUID(x)) return; mark(x)`, `import validator from 'validator';`],
    ['sql', `mark(escape(x))`, `import escape from 'escape-html';`],
  ])('%s: %s', (sink, body, before) => {
    expect(reaches(sink, body, before)).toBe(true);
  });
});

describe('a schema of the route', () => {
  const E = `import express from 'express'; import { query, body, validationResult } from 'express-validator'; const app = express();`;
  const F = `import Fastify from 'fastify'; const app = Fastify();`;
  const handler = `(req, res) => { const e = validationResult(req); if (!e.isEmpty()) return res.sendStatus(400); mark(req.query.id) }`;
  const fastify = (field: string) => `app.get('/', { schema: { querystring: { type: 'object', properties: { id: ${field} } } } }, async (req) => { mark(req.query.id) });`;
  test.each<[Sink, string]>([
    ['sql', `${E} app.get('/', query('id').isInt(), ${handler});`],
    ['sql', `${E} app.get('/', [query('id').trim().isUUID().withMessage('no')], ${handler});`],
    ['html', `${E} app.get('/', query('id').escape(), ${handler});`],
    ['sql', F + fastify(`{ type: 'integer' }`)],
    ['sql', F + fastify(`{ type: 'string', enum: ['a', 'b'] }`)],
    ['sql', F + fastify(`{ type: 'string', pattern: '^[a-z]+$' }`)],
    ['nosql', F + fastify(`{ type: 'string' }`)],
  ])('stops for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).not.toContain('request');
  });
  test.each<[Sink, string]>([
    ['sql', `${E} app.get('/', query('other').isInt(), ${handler});`],
    ['sql', `${E} app.get('/', body('id').isInt(), ${handler});`],
    ['sql', `${E} app.get('/', query('id').isLength({ max: 3 }), ${handler});`],
    ['sql', `${E} app.get('/', query('id').isEmail(), ${handler});`],
    ['sql', F + fastify(`{ type: 'string' }`)],
    ['sql', F + fastify(`{ type: 'string', pattern: '[a-z]+' }`)],
  ])('lets through for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).toContain('request');
  });
});
