import { randomUUID } from 'node:crypto';
import express from 'express';
import formidable from 'formidable';
import fs from 'node:fs';
import path from 'node:path';
import multer from 'multer';

const app = express();
const upload = multer({ dest: '/tmp/uploads' });

app.post('/formidable', (req, res) => {
  formidable().parse(req, (error, fields, files) => {
    const file = files.document![0]!;
    fs.copyFileSync(file.filepath, `/srv/documents/${file.newFilename}`);
    fs.copyFileSync(file.filepath, path.join('/srv/documents', path.basename(file.originalFilename!)));
    res.end();
  });
});

app.post('/multer', upload.single('document'), (req, res) => {
  fs.renameSync(req.file!.path, `/srv/documents/${randomUUID()}${path.extname(req.file!.originalname)}`);
  res.end();
});
