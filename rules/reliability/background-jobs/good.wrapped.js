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

// What the request gives the wrapper is quick; what the job gives it is another matter.
app.get('/prices', async (req, res) => {
  res.json(await timed('prices', async () => ({ list: [] })));
});

setInterval(
  () =>
    timed('print', async () => {
      const browser = await puppeteer.launch();
      const page = await browser.newPage();
      await page.pdf({ format: 'A4' });
      await browser.close();
    }),
  3_600_000,
);

app.listen(3000);
