import { DatabaseSync } from 'node:sqlite';
import Database from 'better-sqlite3';
import express from 'express';
import { open } from 'sqlite';
import sqlite3 from 'sqlite3';

const callbacks = new (sqlite3.verbose().Database)('notes.db');
const promises = open({ filename: 'notes.db', driver: sqlite3.Database });
const better = new Database('notes.db');
const builtIn = new DatabaseSync('notes.db');
const store = builtIn.createTagStore();
const app = express();

app.get('/notes', (req, res) => {
  callbacks.all('SELECT * FROM notes WHERE title LIKE ?', [`%${req.query.q}%`], (error, rows) => res.json(rows));
});

app.delete('/notes/:id', async (req, res) => {
  const db = await promises;
  await db.run('DELETE FROM notes WHERE id = ?', req.params.id);
  res.sendStatus(204);
});

app.get('/notes/:id', (req, res) => {
  res.json(better.prepare('SELECT * FROM notes WHERE id = ?').get(req.params.id));
});

app.get('/tags', (req, res) => {
  const direction = req.query.order === 'asc' ? 'ASC' : 'DESC';
  res.json(builtIn.prepare(`SELECT * FROM tags ORDER BY name ${direction}`).all());
});

app.get('/tags/:name', (req, res) => {
  res.json(store.get`SELECT * FROM tags WHERE name = ${req.params.name}`);
});
