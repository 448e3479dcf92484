const config = require('config');
const express = require('express');

const app = express();
app.get('/search', async (req, res) => res.json(await search(config.get('search.url'))));

function search(url) {
  if (!url) throw new Error('no search');
  return [];
}
