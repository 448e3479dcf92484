// The instance that is passed was made of what a client sends.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { type Request, type Response } from 'express';

const ROOT = '/srv/sites';

class Site {
  readonly name: string;
  constructor({ name }: { name: string }) {
    this.name = name;
  }
}

class Pages {
  read(site: Site): Promise<string> {
    // expect: path-traversal P0
    return readFile(path.join(ROOT, site.name), 'utf8');
  }
}

const app = express();
const pages = new Pages();

app.get('/pages', async (req: Request, res: Response) => {
  res.send(await pages.read(new Site({ name: String(req.query.name) })));
});
