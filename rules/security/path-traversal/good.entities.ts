import express from 'express';
import { readFileSync } from 'node:fs';
import libxmljs from 'libxmljs';

const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/orders', (req, res) => {
  const order = libxmljs.parseXml(req.body, { noent: false, nonet: true });
  res.json({ root: order.root()?.name() });
});

// Its own file may name its own files.
export const catalogue = libxmljs.parseXml(readFileSync('catalogue.xml', 'utf8'), { noent: true });
