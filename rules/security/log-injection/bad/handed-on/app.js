const express = require('express');
const { resolveIdentifier } = require('./tools');

const app = express();
app.use(express.json());

async function update(context) {
  const { req, res } = context;
  const document = req.body;
  resolveIdentifier(document);
  document.identifier = req.params.identifier;
  res.json({});
}

app.put('/entries/:identifier', async (req, res) => {
  await update({ store: {}, req, res });
});
app.listen(3000);
