import express from 'express';
import multer from 'multer';
import { checkContent } from './content';

const app = express();
// Its content tells the type; which upload that is for cannot be told for sure.
const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } });

app.post('/files', upload.single('file'), async (req, res) => {
  await checkContent(req.file!.buffer);
  res.sendStatus(204);
});
