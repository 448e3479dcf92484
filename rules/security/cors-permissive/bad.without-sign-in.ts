import cors from 'cors';
import express from 'express';

// Nobody signs in: listed, of low confidence.
const app = express();
// expect: cors-permissive P2
app.use(cors({ origin: process.env.API_CORS_ORIGIN || '*' }));
app.get('/lookup', (req, res) => res.json({ host: req.query.host }));
