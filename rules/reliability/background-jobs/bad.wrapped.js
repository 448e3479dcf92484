const express = require('express');
const puppeteer = require('puppeteer');

const app = express();

async function timed(name, work) {
  const start = Date.now();
  try {
    return await work();
  } finally {
    console.log(name, Date.now() - start);
  }
}

async function print() {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  // expect: background-jobs P1
  return page.pdf({ format: 'A4' });
}

app.get('/print', async (req, res) => {
  res.send(await timed('print', print));
});

app.listen(3000);
