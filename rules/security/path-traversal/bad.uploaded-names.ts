// formidable and multiparty keep the directories in a file's name; busboy, and with it multer, takes them off, so that another file can be meant and no more.
import express from 'express';
import formidable from 'formidable';
import fs from 'node:fs';
import multer from 'multer';
import multiparty from 'multiparty';

const app = express();
const upload = multer({ dest: '/tmp/uploads' });

app.post('/formidable', (req, res) => {
  formidable().parse(req, (error, fields, files) => {
    const file = files.document![0]!;
    // expect: path-traversal P0
    fs.copyFileSync(file.filepath, '/srv/documents/' + file.originalFilename);
    res.end();
  });
});

app.post('/multiparty', (req, res) => {
  const form = new multiparty.Form();
  form.on('part', (part) => {
    // expect: path-traversal P0
    part.pipe(fs.createWriteStream('/srv/documents/' + part.filename));
  });
  form.parse(req);
  res.end();
});

app.post('/multer', upload.single('document'), (req, res) => {
  // expect: path-traversal P1
  fs.renameSync(req.file!.path, `/srv/documents/${req.file!.originalname}`);
  res.end();
});
