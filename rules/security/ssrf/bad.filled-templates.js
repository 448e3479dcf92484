// The template itself is the client's.
const express = require('express');
const Mustache = require('mustache');
const puppeteer = require('puppeteer');

const app = express();
app.use(express.json());

app.post('/receipts', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  const html = Mustache.render(req.body.template, { name: 'somebody' });
  // expect: ssrf
  await page.setContent(html);
  res.type('application/pdf').send(await page.pdf());
});
