const fs = require('fs');
const express = require('express');
const multer = require('multer');
const app = express();
const upload = multer({ dest: 'uploads/' });
app.post('/import', upload.single('file'), async (req, res) => {
  const rows = parse(fs.readFileSync(req.file.path, 'utf8'));
  fs.unlinkSync(req.file.path);
  res.json({ rows: rows.length });
});
app.post('/settings', (req, res) => {
  fs.appendFileSync('access.log', req.ip + '\n');
  res.sendStatus(204);
});
fs.writeFileSync('started.txt', String(Date.now()));
app.listen(3000);
