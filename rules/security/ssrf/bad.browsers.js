const express = require('express');
const puppeteer = require('puppeteer');
const { chromium } = require('playwright');

const app = express();

app.get('/screenshot', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // expect: ssrf
  await page.goto(req.query.url);
  res.send(await page.screenshot());
});

app.post('/pdf', async (req, res) => {
  const browser = await chromium.launch();
  const context = await browser.newContext();
  const page = await context.newPage();
  // What the markup refers to is loaded as well.
  // expect: ssrf
  await page.setContent(req.body.html);
  // expect: ssrf
  await page.goto('https://' + req.body.site);
  res.send(await page.pdf());
});
