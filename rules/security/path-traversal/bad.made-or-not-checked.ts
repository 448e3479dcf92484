import fs from 'node:fs';
import express from 'express';
import { v4, validate as isUuid } from 'uuid';

const router = express.Router();

function append(file: { id?: string; name: string }, data: Buffer) {
  if (!file.id) {
    file.id = v4();
  } else if (!isUuid(file.name)) {
    throw new Error('no such file');
  }
  // expect: path-traversal
  fs.appendFileSync(`data/${file.id}.part`, data);
}

router.post('/chunks', (req, res) => {
  const { id, name } = req.query;
  append({ id, name }, req.body);
  res.end();
});

router.post('/drafts', (req, res) => {
  let name = req.body.name as string;
  if (!req.body.keep) name = v4();
  else if (!isUuid(req.body.keep)) return res.sendStatus(400);
  // expect: path-traversal
  fs.writeFileSync(`drafts/${name}`, '');
  res.end();
});

router.get('/help', (req, res) => {
  const { provider, step } = req.query as { provider: string; step: string };
  if (step) {
    if (!isUuid(provider)) return res.sendStatus(404);
  }
  // expect: path-traversal
  res.send(fs.readFileSync(`help/${provider}.md`, 'utf8').length);
});

class Stack {
  constructor(private name: string) {}
  private validate() {
    if (!this.name.match(/^[a-z0-9_-]+$/)) throw new Error('no such name');
  }
  get path() {
    return `stacks/${this.name}`;
  }
  remove() {
    // expect: path-traversal
    fs.rmdirSync(this.path);
    this.validate();
  }
}

router.delete('/stacks', (req, res) => {
  new Stack(req.body.name).remove();
  res.end();
});

export default router;
