const fs = require('fs');
const path = require('path');
const app = require('express')();

app.get('/split', (req, res) => {
  const name = req.query.name.split('/').pop();
  fs.createReadStream(`files/${name}`).pipe(res);
});

app.get('/slashes', (req, res) => {
  const names = req.query.name.split(/[\\/]/);
  fs.createReadStream(path.join('files', names[names.length - 1])).pipe(res);
});

app.get('/parse', (req, res) => {
  const { base } = path.parse(req.query.name);
  fs.createReadStream(path.join('files', base)).pipe(res);
});

// Behind a directory: between two dots there is no step back.
app.post('/images', async (req, res) => {
  const [name, extension] = req.body.file.split('.');
  await fs.promises.writeFile(`uploads/${name}_${Date.now()}.${extension}`, req.body.data);
  res.end();
});
