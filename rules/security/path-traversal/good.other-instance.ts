// Two instances of a class: the one that a client names never comes to the file system.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { type Request, type Response } from 'express';

const ROOT = '/srv/sites';

class Site {
  readonly name: string;
  constructor({ name }: { name: string }) {
    this.name = name;
  }
  get title(): string {
    return `Site ${this.name}`;
  }
}

class Pages {
  read(site: Site): Promise<string> {
    // ok: path-traversal
    return readFile(path.join(ROOT, site.name), 'utf8');
  }
}

const app = express();
const pages = new Pages();

app.get('/', async (_req: Request, res: Response) => {
  res.send(await pages.read(new Site({ name: 'home' })));
});

app.get('/titles', (req: Request, res: Response) => {
  res.json(String(req.query.names).split(',').map((name) => new Site({ name }).title));
});
