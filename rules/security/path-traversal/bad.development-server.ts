// Pages of a development server: of low confidence. The same on the server that is deployed counts.
import fs from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';
import type { ViteDevServer } from 'vite';

export function servePages(router: Router, server: ViteDevServer) {
  router.use(async (req, res) => {
    const file = path.join(server.config.root, req.query.page as string);
    // expect: path-traversal P1
    const template = fs.readFileSync(file, 'utf8');
    res.send(await server.transformIndexHtml(file, template, req.originalUrl));
  });
}

const app = express();
app.get('/pages', (req, res) => {
  // expect: path-traversal P0
  const template = fs.readFileSync(path.join('/srv/pages', req.query.page as string), 'utf8');
  res.type('text').send(template);
});
