/** Input of a remote call that schemas let through. */
import { describe, expect, test } from 'vitest';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsIn } from './barriers-of.js';

const T = `import { initTRPC } from '@trpc/server'; import { z } from 'zod'; const t = initTRPC.create(); const withId = t.procedure.input(z.object({ id: z.number() }));`;
const A = `'use server'; import { createSafeActionClient } from 'next-safe-action'; import { z } from 'zod'; const client = createSafeActionClient();`;
const H = `import { Hono } from 'hono'; import { zValidator } from '@hono/zod-validator'; import { z } from 'zod'; const app = new Hono();`;
const O = `import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'; const app = new OpenAPIHono();`;
const route = (request: string) => `const route = createRoute({ method: 'post', path: '/', request: ${request}, responses: {} });`;
const NUMBER = `z.object({ id: z.number() })`;
const TEXT = `z.object({ id: z.string() })`;

describe('stops', () => {
  test.each<[Sink, string]>([
    ['sql', `${T} export const p = t.procedure.input(${NUMBER}).query(({ input }) => mark(input.id));`],
    ['sql', `${T} export const p = t.procedure.input(${NUMBER}).mutation(async (opts) => { const { id } = opts.input; mark(id); });`],
    ['sql', `${T} export const p = withId.input(z.object({ name: z.string() })).query(({ input }) => mark(input.id));`],
    ['sql', `${T} function find(id) { mark(id); } export const p = t.procedure.input(${NUMBER}).query(({ input }) => find(input.id));`],
    ['sql', `${A} export const a = client.schema(${NUMBER}).action(async ({ parsedInput }) => mark(parsedInput.id));`],
    ['sql', `${A} export const a = client.inputSchema(${NUMBER}).action(async ({ parsedInput: { id } }) => mark(id));`],
    ['sql', `${H} app.post('/', zValidator('json', ${NUMBER}), (c) => { const { id } = c.req.valid('json'); mark(id); });`],
    ['sql', `${O} ${route(`{ body: { content: { 'application/json': { schema: ${NUMBER} } } } }`)} app.openapi(route, (c) => { const { id } = c.req.valid('json'); mark(id); });`],
    ['sql', `${O} ${route(`{ params: ${NUMBER} }`)} app.openapi(route, (c) => mark(c.req.valid('param').id));`],
  ])('for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).not.toContain('request');
  });
});

describe('lets through', () => {
  test.each<[Sink, string]>([
    ['sql', `${T} export const p = t.procedure.input(${TEXT}).query(({ input }) => mark(input.id));`],
    ['sql', `${T} export const p = t.procedure.query(({ input }) => mark(input.id));`],
    ['sql', `${T} export const p = t.procedure.input(${NUMBER}).query(({ input }) => mark(input.other));`],
    ['sql', `${T} export const p = t.procedure.input(${NUMBER}).query(({ rawInput }) => mark(rawInput.id));`],
    ['sql', `${A} export const a = client.schema(${TEXT}).action(async ({ parsedInput }) => mark(parsedInput.id));`],
    ['sql', `${A} export const a = client.schema(${NUMBER}).action(async ({ clientInput }) => mark(clientInput.id));`],
    ['sql', `${H} app.post('/', zValidator('json', ${TEXT}), (c) => { const { id } = c.req.valid('json'); mark(id); });`],
    ['sql', `${H} app.post('/', zValidator('query', ${NUMBER}), (c) => { const { id } = c.req.valid('json'); mark(id); });`],
    ['sql', `${O} ${route(`{ body: { content: { 'application/json': { schema: ${TEXT} } } } }`)} app.openapi(route, (c) => { const { id } = c.req.valid('json'); mark(id); });`],
    ['sql', `${O} ${route(`{ params: ${NUMBER} }`)} app.openapi(route, (c) => mark(c.req.valid('query').id));`],
  ])('for %s: %s', (sink, text) => {
    expect(originsIn(sink, text)).toContain('request');
  });
});
