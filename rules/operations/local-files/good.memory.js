const express = require('express');
const multer = require('multer');
const os = require('os');
const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
const app = express();
const s3 = new S3Client({});
const upload = multer({ storage: multer.memoryStorage() });
const scratch = multer({ dest: os.tmpdir() });
const other = multer({ storage: multer.diskStorage({ destination: (req, file, cb) => cb(null, '/tmp/incoming') }) });
app.post('/avatar', upload.single('avatar'), async (req, res) => {
  await s3.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: req.file.buffer }));
  res.sendStatus(201);
});
app.post('/import', scratch.single('file'), (req, res) => res.sendStatus(202));
app.post('/scan', other.single('file'), (req, res) => res.sendStatus(202));
app.listen(3000);
