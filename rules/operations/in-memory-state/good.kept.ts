import express from 'express';
import type { Response } from 'express';
import { EventEmitter } from 'node:events';

const app = express();
// What is kept says that it is no state of requests, whatever the collection is called.
const followers: Response[] = [];
const open = new Map<string, { id: string; answer: Response }>();
const steps: { label: string; run: () => void }[] = [];
const later: Record<string, NodeJS.Timeout> = {};
const fetches = new Map<string, Promise<string>>();
const topics = new Map<string, EventEmitter>();

async function load(id: string): Promise<string> {
  return (await fetch(`https://api.example/${id}`)).text();
}

app.get('/feed/:id', (req, res) => {
  followers.push(res);
  open.set(req.params.id, { id: req.params.id, answer: res });
  steps.push({ label: req.params.id, run: () => res.end() });
  later[req.params.id] = setTimeout(() => res.end(), 1000);
  const loading = load(req.params.id);
  fetches.set(req.params.id, loading);
  topics.set(req.params.id, new EventEmitter());
});
