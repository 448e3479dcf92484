import express from 'express';
import multer from 'multer';
import { TYPES, isAllowed } from './types';

const app = express();
const ALLOWED = ['image/png', 'image/jpeg'];

const listed = multer({ dest: 'uploads/', fileFilter: (_req, file, done) => done(null, ALLOWED.includes(file.mimetype)) });
const compared = multer({
  dest: 'uploads/',
  fileFilter(_req, file, done) {
    if (file.mimetype === 'image/png' || file.mimetype === 'image/jpeg') done(null, true);
    else done(new Error('type'));
  },
});
const pattern = multer({ dest: 'uploads/', fileFilter: (_req, file, done) => done(null, /^image\/(png|jpe?g|webp)$/.test(file.mimetype)) });
const elsewhere = multer({ dest: 'uploads/', fileFilter: (_req, file, done) => done(null, TYPES.has(file.mimetype)) });
const called = multer({ dest: 'uploads/', fileFilter: (_req, file, done) => done(null, isAllowed(file)) });
const fields = multer().none();

app.post('/files', listed.single('a'), compared.single('b'), pattern.single('c'), elsewhere.single('d'), called.single('e'), fields, (_req, res) => res.sendStatus(204));
