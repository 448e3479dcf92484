const express = require('express');
const fs = require('fs');
const path = require('path');

const app = express();

class Loader {
  constructor(address, branch) {
    this.address = address;
    this.branch = branch;
  }

  load(known) {
    const url = new URL(this.address);
    if (!/^https?:$/.test(url.protocol)) console.log(`cannot load by ${url.protocol}`);
    if (known.length > 0) {
      this.branch = known[0];
    } else {
      this.branch = 'main';
    }
    console.log(`took ${this.branch}`);
  }
}

app.get('/load', (req, res) => {
  new Loader(req.query.address, req.query.branch).load([]);
  res.end();
});

async function stateOf(file) {
  try {
    return [new Date(), (await fs.promises.stat(file)).isFile()];
  } catch {
    return [null, false];
  }
}

app.get('/files', async (req, res) => {
  const file = path.join(__dirname, 'static', path.basename(req.query.file));
  if (!fs.existsSync(file)) return res.sendStatus(404);
  console.log(`found ${file}`);
  const [date, exists] = await stateOf(req.query.part);
  if (exists) console.log(`sending ${req.query.part} of`, date);
  res.end();
});
