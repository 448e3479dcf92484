// What fills the places of a template is encoded.
const express = require('express');
const Mustache = require('mustache');
const puppeteer = require('puppeteer');

const RECEIPT = '<p>Receipt for {{name}}</p>';
const app = express();
app.use(express.json());

app.post('/receipts', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  const html = Mustache.render(RECEIPT, { name: req.body.name });
  // ok: ssrf
  await page.setContent(html);
  res.type('application/pdf').send(await page.pdf());
});
