import express from 'express';
import formidable from 'formidable';

const TYPES: Record<string, string[]> = { png: ['image/png'], pdf: ['application/pdf'] };

function validateFile(file: formidable.File, allowed: string[]) {
  if (!file || !allowed.includes(file.mimetype || '')) throw new Error('type');
  return file.filepath;
}

const app = express();
app.post('/archives/:format', (req, res) => {
  const form = formidable({ maxFiles: 1 });
  form.parse(req, (err, fields, files) => {
    if (err || !files.file?.[0]) return res.sendStatus(400);
    res.json({ path: validateFile(files.file[0], TYPES[req.params.format] ?? []), fields });
  });
});
app.listen(3000);
