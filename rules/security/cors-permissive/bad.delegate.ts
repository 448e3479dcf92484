import cors from 'cors';
import express from 'express';

const app = express();

// expect: cors-permissive P0
app.use(cors((req, callback) => {
  callback(null, { origin: req.headers.origin, credentials: true });
}));
