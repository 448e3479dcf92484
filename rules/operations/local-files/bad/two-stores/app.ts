import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import busboy from 'busboy';
import express from 'express';
import { S3 } from '@aws-sdk/client-s3';

// One of two places to keep files, chosen where it is deployed.
const s3 = new S3({ region: 'eu-central-1' });
const app = express();
app.post('/pictures', (req, res) => {
  const parser = busboy({ headers: req.headers, limits: { fileSize: 1_000_000 } });
  parser.on('file', async (name, file) => {
    const key = randomUUID();
    if (process.env.BUCKET) await s3.putObject({ Bucket: process.env.BUCKET, Key: key, Body: file });
    // expect: local-files P3
    else file.pipe(createWriteStream(`./pictures/${key}`));
  });
  parser.on('close', () => res.json({ ok: true }));
  req.pipe(parser);
});
app.listen(3000);
