const express = require('express');
const fs = require('fs');

const app = express();

class Loader {
  constructor(branch) {
    this.branch = branch;
  }

  load(known) {
    if (known.length > 0) this.branch = 'main';
    // expect: log-injection P2
    console.log(`took ${this.branch}`);
  }
}

app.get('/load', (req, res) => {
  new Loader(req.query.branch).load([]);
  // expect: log-injection P2
  if (!fs.existsSync(req.query.file)) console.log('missing: ' + req.query.file);
  res.end();
});
