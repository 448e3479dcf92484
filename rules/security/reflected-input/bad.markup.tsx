import express from 'express';
import { html, raw } from 'hono/html';
import { Hono } from 'hono';
import { renderToString } from 'react-dom/server';

const app = express();
const small = new Hono();

app.get('/note', (req, res) => {
  // expect: reflected-input
  res.send(renderToString(<div dangerouslySetInnerHTML={{ __html: String(req.query.note) }} />));
});

app.get('/text', (req, res) => {
  // ok: reflected-input
  res.send(renderToString(<div title="x">{String(req.query.note)}</div>));
});

app.get('/fixed', (req, res) => {
  // ok: reflected-input
  res.send(renderToString(<div dangerouslySetInnerHTML={{ __html: '<b>hello</b>' }} />));
});

// expect: reflected-input
small.get('/raw', (c) => c.html(html`<h1>${raw(c.req.query('name') ?? '')}</h1>`));
// ok: reflected-input
small.get('/encoded', (c) => c.html(html`<h1>${c.req.query('name')}</h1>`));
