const express = require('express');
const { formidable, Formidable, IncomingForm } = require('formidable');

const app = express();

// Forms whose files nobody looks at.
app.post('/errors', async (req, res) => {
  const form = new Formidable({ maxFileSize: 1 });
  const [fields, files] = await form.parse(req);
  res.json({ received: fields.errorInfo });
});
app.post('/calls', async (req, res) => {
  const form = new IncomingForm();
  const data = (await form.parse(req))[0];
  res.json(data);
});
app.post('/old', function (req, res) {
  var form = new IncomingForm();
  form.parse(req, function (err, fields) {
    res.json(fields);
  });
});
app.post('/chained', (req, res) => {
  formidable({}).parse(req, (err, fields, files) => res.json(fields));
});

app.listen(3000);
