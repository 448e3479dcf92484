import express from 'express';

// A package of its own, which renders on a server.
const app = express();
app.get('/', async (req, res) => {
  // expect: timeout-outbound
  const page = await fetch('https://content.partner.example/page');
  res.send(await page.text());
});
