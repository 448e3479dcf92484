const express = require('express');
const fs = require('fs');
const { formidable, Formidable, IncomingForm } = require('formidable');

const app = express();

app.post('/pictures', async (req, res) => {
  // expect: upload-type
  const form = new Formidable({ maxFileSize: 1000000 });
  const [fields, files] = await form.parse(req);
  fs.renameSync(files.picture[0].filepath, `pictures/${files.picture[0].newFilename}`);
  res.json(fields);
});
app.post('/old', function (req, res) {
  // expect: upload-type
  var form = new IncomingForm();
  form.parse(req, function (err, fields, files) {
    fs.renameSync(files.picture.path, 'pictures/' + fields.name);
    res.end();
  });
});
app.post('/whole', async (req, res) => {
  // expect: upload-type
  const form = formidable({});
  const parsed = await form.parse(req);
  keep(parsed);
  res.end();
});

function keep([fields, files]) {
  fs.renameSync(files.picture[0].filepath, `pictures/${fields.name[0]}`);
}

app.listen(3000);
