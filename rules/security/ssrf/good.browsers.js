const express = require('express');
const puppeteer = require('puppeteer');

const app = express();

app.get('/reports/:id', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // ok: ssrf
  await page.goto(`http://localhost:3000/reports/${req.params.id}`);
  // ok: ssrf
  await page.setContent('<h1>Report</h1>');
  res.send(await page.pdf());
});
