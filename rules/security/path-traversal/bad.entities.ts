import express from 'express';
import libxmljs from 'libxmljs';
import { parseXml } from 'libxmljs2';
import multer from 'multer';

const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/orders', (req, res) => {
  const options = { noent: true, noblanks: true as const };
  // expect: path-traversal
  const order = libxmljs.parseXml(req.body, options);
  res.json({ root: order.root()?.name() });
});

app.post('/drawings', multer().single('drawing'), (req, res) => {
  // expect: path-traversal
  res.type('image/svg+xml').send(parseXml(req.file!.buffer.toString(), { noent: true, dtdload: true }).toString());
});
