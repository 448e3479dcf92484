import { match } from '@formatjs/intl-localematcher';
import express from 'express';

const app = express();
const LANGUAGES = ['en', 'de', 'fr'];
const HANDLERS: Record<string, () => Promise<{ run(): unknown }>> = { a: () => import('./a.js'), b: () => import('./b.js') };

export const loaded = require('./config');
export const load = (name: string) => import(`./plugins/${name}.js`);

app.get('/language/:code', (req, res) => {
  const { code } = req.params;
  if (!LANGUAGES.includes(code)) return res.sendStatus(404);
  res.json(require('./locales/' + code + '.json'));
});

app.get('/handler/:name', async (req, res) => {
  const handler = Object.hasOwn(HANDLERS, req.params.name) ? await HANDLERS[req.params.name]!() : null;
  res.json(handler?.run() ?? null);
});

app.get('/either', async (req, res) => {
  res.json(await import(req.query.path ? './a.js' : './b.js'));
});

app.get('/texts', async (req, res) => {
  const language = match([req.header('accept-language') ?? 'en'], LANGUAGES, 'en');
  res.json(await import(`./texts/${language}.json`));
});
