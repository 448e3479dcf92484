// A file that several routes share: who may choose its name is told by the routes that read one.
import express from 'express';
import fs from 'node:fs';
import { requireAuth, requirePermission } from './guards';

enum Permission {
  USER = 1,
  ADMIN = 2,
}

const app = express();

class Journal {
  constructor(private readonly name: string) {}
  read() {
    // expect: path-traversal P1
    return fs.readFileSync(`/var/journals/${this.name}`);
  }
}

class OpenJournal {
  constructor(private readonly name: string) {}
  read() {
    // expect: path-traversal P0
    return fs.readFileSync(`/var/journals/${this.name}`);
  }
}

app.get('/today', requireAuth, (req, res) => {
  res.send(new Journal('today').read());
});
app.get('/journals/:name', requireAuth, requirePermission(Permission.ADMIN), (req, res) => {
  res.send([new Journal(req.params.name).read(), new OpenJournal(req.params.name).read()]);
});
app.get('/own/:name', requireAuth, requirePermission(Permission.USER), (req, res) => {
  res.send(new OpenJournal(req.params.name).read());
});
