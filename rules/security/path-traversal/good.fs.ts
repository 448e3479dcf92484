import { createWriteStream, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { randomUUID } from 'node:crypto';
import fse from 'fs-extra';
import { Router, type Request, type Response } from 'express';

const router = Router();
const ROOT = '/srv/data';
const settings = JSON.parse(readFileSync(join(ROOT, 'settings.json'), 'utf8'));

router.post('/', async (req: Request, res: Response) => {
  const target = join(ROOT, `${randomUUID()}.json`);
  // ok: path-traversal
  await fse.outputJson(target, req.body);
  // ok: path-traversal
  req.pipe(createWriteStream(target));
  // ok: path-traversal
  await rm(join(ROOT, basename(String(req.query.name))));
  // ok: path-traversal
  res.json(settings[String(req.query.key)] ?? (await readFile(join(ROOT, 'default.json'), 'utf8')));
});

// Resolved, and refused unless it is below the directory.
router.get('/files/:name', async (req: Request, res: Response) => {
  const file = resolve(ROOT, req.params.name);
  if (!file.startsWith(ROOT + sep)) {
    res.sendStatus(400);
    return;
  }
  // ok: path-traversal
  res.send(await readFile(file));
});

// Nobody hands this function what a client sent.
export async function load(name: string): Promise<string> {
  // ok: path-traversal
  return readFile(join(ROOT, name), 'utf8');
}
