import cors, { type CorsOptions } from 'cors';
import express from 'express';
import session from 'express-session';

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

const allowed = new Set(['https://app.example.com', 'https://admin.example.com']);

app.use('/fixed', cors({ origin: 'https://app.example.com', credentials: true }));
app.use('/list', cors({ origin: ['https://app.example.com', 'https://admin.example.com'], credentials: true }));
app.use('/environment', cors({ origin: process.env.CORS_ORIGIN, credentials: true }));
app.use('/environment-list', cors({ origin: process.env.CORS_ORIGINS?.split(',') ?? [], credentials: true }));

const checked: CorsOptions = {
  origin(origin, callback) {
    if (!origin || allowed.has(origin)) {
      callback(null, true);
    } else {
      callback(new Error('Origin not allowed'));
    }
  },
  credentials: true,
};
app.use('/checked', cors(checked));

const leavingEarly: CorsOptions = {
  origin: (origin, callback) => {
    if (!origin) return callback(null, true);
    if (!allowed.has(origin)) {
      return callback(new Error('Origin not allowed'), false);
    }
    return callback(null, true);
  },
  credentials: true,
};
app.use('/leaving-early', cors(leavingEarly));

app.use('/expression', cors({ origin: (origin, callback) => callback(null, origin !== undefined && allowed.has(origin)), credentials: true }));
app.use('/subdomain', cors({ origin: (origin, callback) => callback(null, !!origin?.endsWith('.example.com')) }));
app.use('/anchored', cors({ origin: /^https:\/\/([a-z0-9-]+\.)?example\.com$/, credentials: true }));
app.use('/suffix', cors({ origin: /\.example\.com$/ }));
app.use('/off', cors({ origin: false }));
app.use('/dev', cors({ origin: process.env.NODE_ENV === 'production' ? 'https://app.example.com' : '*' }));

if (process.env.NODE_ENV !== 'production') {
  app.use(cors({ origin: true, credentials: true }));
}

const partners = ['https://partner.example', 'https://other.example'];
app.use('/partners', cors({ origin: partners.map((partner) => partner.toLowerCase()), credentials: true }));
app.use('/all', cors({ origin: [...partners, 'https://app.example.com'], credentials: true }));
app.use('/built', cors({ origin: new RegExp('^https://[a-z]+\\.example\\.com$') }));
