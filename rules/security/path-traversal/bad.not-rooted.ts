import express from 'express';
import fs from 'node:fs/promises';
import path from 'node:path';

const app = express();
const ROOT = '/srv/data';

app.get('/relative', async (req, res) => {
  // expect: path-traversal
  res.send(await fs.readFile(path.join(ROOT, path.normalize(String(req.query.name)))));
});
app.get('/resolved', async (req, res) => {
  // expect: path-traversal
  res.send(await fs.readFile(path.resolve(ROOT, path.normalize('/' + req.query.name))));
});
app.get('/alone', async (req, res) => {
  // expect: path-traversal
  res.send(await fs.readFile(path.normalize('/' + req.query.name)));
});
