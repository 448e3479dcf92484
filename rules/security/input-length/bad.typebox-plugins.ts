import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { Type as Own } from 'typebox';

const plugin: FastifyPluginAsyncTypebox = async (app) => {
  // expect: input-length
  app.post('/notes', { schema: { body: Type.Object({ text: Type.String() }) } }, async (request) => store(request.body.text));
};
export default plugin;

// A type that the project declares for all its files, which nothing imports.
export async function createNote(fastify: FastifyRouteInstance) {
  // expect: input-length
  fastify.withTypeProvider<unknown>().route({ method: 'POST', url: '/v1/notes', schema: { body: Own.Object({ text: Own.String() }) }, handler: async (request) => store(request.body.text) });
}

declare function store(text: string): Promise<void>;
