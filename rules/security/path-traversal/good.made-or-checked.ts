import fs from 'node:fs';
import express from 'express';
import { v4, validate as isUuid } from 'uuid';

const router = express.Router();
const PROVIDERS = [{ id: 'azure', steps: 3 }, { id: 'okta', steps: 2 }];

function append(file: { id?: string; name: string }, data: Buffer) {
  if (!file.id) {
    file.id = v4();
  } else if (!isUuid(file.id)) {
    throw new Error('no such file');
  }
  fs.appendFileSync(`data/${file.id}.part`, data);
}

router.post('/chunks', (req, res) => {
  const { id, name } = req.query;
  append({ id, name }, req.body);
  res.end();
});

router.post('/drafts', (req, res) => {
  let name = req.body.name as string;
  if (!name) name = v4();
  else if (!isUuid(name)) return res.sendStatus(400);
  fs.writeFileSync(`drafts/${name}`, '');
  res.end();
});

router.get('/help', (req, res) => {
  const { provider, step } = req.query as { provider: string; step: string };
  if (provider) {
    const known = PROVIDERS.find((each) => each.id === provider);
    if (!known) return res.sendStatus(404);
  }
  if (provider && step) res.send(fs.readFileSync(`help/${provider}/${Number(step)}.md`, 'utf8').length);
});

class Stack {
  constructor(private name: string) {}
  private validate() {
    if (!this.name.match(/^[a-z0-9_-]+$/)) throw new Error('no such name');
  }
  get path() {
    return `stacks/${this.name}`;
  }
  save() {
    this.validate();
    const directory = this.path;
    fs.mkdirSync(directory);
  }
}

router.post('/stacks', (req, res) => {
  new Stack(req.body.name).save();
  res.end();
});

export default router;
