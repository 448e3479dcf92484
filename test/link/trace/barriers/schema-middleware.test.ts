/** Middleware of the program that checks a request by the schema that its route gives it. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsIn } from './barriers-of.js';

const HEAD = `import express from 'express'; import { z } from 'zod'; import Joi from 'joi'; const app = express();
const numbers = z.object({ id: z.number() }); const texts = z.object({ id: z.string() }); const all = z.object({ body: numbers, query: texts });
const joi = Joi.object({ id: Joi.number() }); app.post('/texts', validate(texts), (req, res) => res.end());`;
const file = (factory: string, route: string) => `${HEAD} ${factory}\n app.post('/', ${route});`;
const handler = `(req, res) => { mark(req.body.id); }`;

const THROWS = `function validate(schema) { return (req, res, next) => { schema.parse(req.body); next(); }; }`;
const PASSES_ON = `function validate(schema) { return async (req, res, next) => { try { req.body = await schema.parseAsync(req.body); next(); } catch (error) { next(error); } }; }`;
const ANSWERS = `const validate = (schema) => (req, res, next) => { const result = schema.safeParse(req.body); if (!result.success) { return res.status(400).json(result.error); } next(); };`;
const PART = `const validate = (schema, part = 'body') => (req, res, next) => { const result = schema.safeParse(req[part]); if (!result.success) return res.status(400).end(); req[part] = result.data; return next(); };`;
const WHOLE = `const validate = (schema) => (req, res, next) => { try { schema.parse({ body: req.body, query: req.query, params: req.params }); next(); } catch (e) { res.status(400).end(); } };`;
const JOI = `const validate = (schema) => (req, res, next) => { const { error } = schema.validate(req.body); if (error) return res.status(422).end(); next(); };`;
const JOI_NULL = `const validate = (schema) => (req, res, next) => { const { error } = schema.validate(req.body); const valid = error == null; if (valid) { next(); } else { res.status(422).end(); } };`;
const MANY = `const validate = (schemas) => (req, res, next) => { if (schemas.body) schemas.body.parse(req.body); schemas.body.parse(req.body); next(); };`;

describe('stops', () => {
  test.each<[Sink, string]>([
    ['sql', file(THROWS, `validate(numbers), ${handler}`)],
    ['nosql', file(THROWS, `validate(texts), ${handler}`)],
    ['sql', file(PASSES_ON, `validate(numbers), ${handler}`)],
    ['sql', file(ANSWERS, `validate(numbers), ${handler}`)],
    ['sql', file(PART, `validate(numbers), ${handler}`)],
    ['sql', file(PART, `validate(numbers, 'body'), ${handler}`)],
    ['sql', file(PART, `validate(numbers, 'query'), (req, res) => mark(req.query.id)`)],
    ['sql', file(WHOLE, `validate(all), ${handler}`)],
    ['sql', file(JOI, `validate(joi), ${handler}`)],
    ['sql', file(JOI_NULL, `validate(joi), ${handler}`)],
    ['sql', file(MANY, `validate({ body: numbers }), ${handler}`)],
    ['sql', file(THROWS, `validate(numbers), (req, res) => { const { id } = req.body; mark(id); }`)],
    ['sql', file(`${THROWS} const check = validate(numbers);`, `check, ${handler}`)],
    ['sql', file(`${THROWS} const check = (req, res, next) => { numbers.parse(req.body); next(); };`, `check, ${handler}`)],
  ])('for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).not.toContain('request');
  });
});

describe('lets through', () => {
  test.each<[Sink, string]>([
    ['sql', file(THROWS, `validate(texts), ${handler}`)],
    ['sql', file(THROWS, `${handler}`)],
    ['sql', file(THROWS, `validate(numbers), (req, res) => mark(req.query.id)`)],
    ['sql', file(THROWS, `validate(numbers), (req, res) => mark(req.body.other)`)],
    ['sql', file(PART, `validate(numbers, 'query'), ${handler}`)],
    ['sql', file(WHOLE, `validate(all), (req, res) => mark(req.query.id)`)],
    ['sql', file(`const validate = (schema) => (req, res, next) => { schema.safeParse(req.body); next(); };`, `validate(numbers), ${handler}`)],
    ['sql', file(`const validate = (schema) => (req, res, next) => { const result = schema.safeParse(req.body); if (result.success) return res.status(400).end(); next(); };`, `validate(numbers), ${handler}`)],
    ['sql', file(`const validate = (schema) => (req, res, next) => { if (req.query.skip) return next(); schema.parse(req.body); next(); };`, `validate(numbers), ${handler}`)],
    ['sql', file(`const validate = (schema) => (req, res, next) => { try { schema.parse(req.body); } catch (e) { console.warn(e); } next(); };`, `validate(numbers), ${handler}`)],
    ['sql', file(`${THROWS} const service = { create(data) { mark(data.id); } };`, `validate(texts), (req, res) => { service.create(req.body); }`)],
  ])('for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).toContain('request');
  });
});
