const Chance = require('chance');
const express = require('express');
const { faker } = require('@faker-js/faker');
const { tokens, articles } = require('./stores');

const chance = new Chance();
const app = express();

// What only draws: ids, names of files, one of several.
app.post('/tokens', async (req, res) => res.json(await tokens.create({ id: chance.guid(), key: chance.string({ length: 30 }), shard: chance.integer({ min: 0, max: 9 }) })));
app.post('/slugs', async (req, res) => res.json({ slug: `${faker.string.alphanumeric(8)}`, mirror: faker.helpers.arrayElement(['a', 'b']) }));

// A stub of a document that is made of what is there.
const stubMarkdown = (url, title) => `# ${title}\n\nSee ${url}`;
app.get('/articles/:id', async (req, res) => {
  const article = await articles.find(req.params.id);
  res.type('text/markdown').send(stubMarkdown(article.url, article.title));
});

app.listen(3000);
