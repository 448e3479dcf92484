import { ApolloServer } from '@apollo/server';
import * as grpc from '@grpc/grpc-js';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import fs from 'node:fs';
import path from 'node:path';
import http2 from 'node:http2';

const resolvers = {
  Query: {
    // expect: path-traversal
    file: (_parent: unknown, args: { name: string }) => fs.readFileSync('files/' + args.name, 'utf8'),
    // ok: path-traversal
    safe: (_parent: unknown, args: { name: string }) => fs.readFileSync(path.join('files', path.basename(args.name)), 'utf8'),
  },
};
export const server = new ApolloServer({ typeDefs: 'type Query { file(name: String): String, safe(name: String): String }', resolvers });

const t = initTRPC.create();
export const router = t.router({
  // expect: path-traversal
  file: t.procedure.input(z.object({ name: z.string() })).query(({ input }) => fs.readFileSync('files/' + input.name, 'utf8')),
});

new grpc.Server().addService(definition, {
  // expect: path-traversal
  read: (call, callback) => callback(null, { data: fs.readFileSync('/data/' + call.request.name) }),
});

http2.createSecureServer({}).on('stream', (stream, headers) => {
  // expect: path-traversal
  stream.end(fs.readFileSync('/srv' + headers[':path']));
});
