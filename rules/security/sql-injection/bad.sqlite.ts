import { DatabaseSync } from 'node:sqlite';
import Database from 'better-sqlite3';
import express from 'express';
import { open } from 'sqlite';
import sqlite3 from 'sqlite3';

const callbacks = new (sqlite3.verbose().Database)('notes.db');
const promises = open({ filename: 'notes.db', driver: sqlite3.Database });
const better = new Database('notes.db');
const builtIn = new DatabaseSync('notes.db');
const app = express();

app.get('/notes', (req, res) => {
  // expect: sql-injection P0
  callbacks.all(`SELECT * FROM notes WHERE title LIKE '%${req.query.q}%'`, (error, rows) => res.json(rows));
});

app.delete('/notes/:id', async (req, res) => {
  const db = await promises;
  // expect: sql-injection P0
  await db.exec('DELETE FROM notes WHERE id = ' + req.params.id);
  res.sendStatus(204);
});

app.get('/notes/:id', (req, res) => {
  // expect: sql-injection P0
  res.json(better.prepare(`SELECT * FROM notes WHERE id = ${req.params.id}`).get());
});

app.get('/tags', (req, res) => {
  // expect: sql-injection P0
  res.json(builtIn.prepare('SELECT * FROM tags ORDER BY ' + req.query.sort).all());
});
