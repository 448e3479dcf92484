import fs from 'node:fs/promises';
import path from 'node:path';
import type { Endpoint, OwnRequest } from './types.js';

// What hapi calls the body of a request is the server here: the program's own types say so.
const directoryOf = async (req: OwnRequest, name: string) => {
  const directory = path.resolve(req.payload.config.uploads, name);
  // ok: path-traversal
  await fs.mkdir(directory, { recursive: true });
  return directory;
};

export const list: Endpoint = {
  path: '/uploads',
  method: 'get',
  handler: async (req) => {
    // ok: path-traversal
    const files = await fs.readdir(req.payload.config.uploads);
    return Response.json({ files, directory: await directoryOf(req, 'images') });
  },
};
