import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { copyFile, readFile, readdir, rm } from 'node:fs/promises';
import { promises } from 'fs';
import { join, resolve } from 'node:path';
import fse from 'fs-extra';
import gracefulFs from 'graceful-fs';
import { promisify } from 'util';
import fs from 'fs';
import { Router, type Request, type Response } from 'express';

const router = Router();
const ROOT = '/srv/data';
const read = promisify(fs.readFile);

router.get('/', async (req: Request, res: Response) => {
  const name = req.query.name as string;
  // expect: path-traversal
  res.send(await readFile(join(ROOT, name)));
  // expect: path-traversal
  res.json(await readdir(resolve(ROOT, name)));
  // expect: path-traversal
  await rm(`${ROOT}/${name}`, { recursive: true });
  // expect: path-traversal
  await copyFile(join(ROOT, 'template'), join(ROOT, name));
  // expect: path-traversal
  await promises.writeFile(name, 'text');
  // expect: path-traversal
  await fs.promises.appendFile(ROOT + '/' + name, 'text');
  // expect: path-traversal
  await read(join(ROOT, name));
  // expect: path-traversal
  readFileSync(name);
  // expect: path-traversal
  await fse.readJson(join(ROOT, name));
  // expect: path-traversal
  await fse.outputFile(join(ROOT, name), 'text');
  // expect: path-traversal
  await fse.remove(join(ROOT, name));
  // expect: path-traversal
  gracefulFs.unlinkSync(join(ROOT, name));
  // expect: path-traversal
  createReadStream(join(ROOT, name)).pipe(createWriteStream('/tmp/copy'));
});

class Store {
  constructor(private readonly root: string) {}

  pathOf(name: string): string {
    return join(this.root, name);
  }

  async load(name: string): Promise<string> {
    // expect: path-traversal
    return readFile(this.pathOf(name), 'utf8');
  }
}

const store = new Store(ROOT);
router.get('/:name', async (req, res) => {
  res.send(await store.load(req.params.name));
});
