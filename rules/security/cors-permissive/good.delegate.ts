import cors from 'cors';
import express from 'express';

const partners = ['https://partner.example', 'https://other.example'];
const app = express();

app.use(cors((req, callback) => {
  const origin = req.headers.origin;
  callback(null, origin && partners.includes(origin) ? { origin, credentials: true } : { origin: false });
}));
