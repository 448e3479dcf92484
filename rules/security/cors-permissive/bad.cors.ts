import cors, { type CorsOptions } from 'cors';
import express from 'express';
import session from 'express-session';

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

// expect: cors-permissive P0
app.use('/reflect', cors({ origin: true, credentials: true }));

// expect: cors-permissive P0
app.use('/star', cors({ origin: '*', credentials: true }));

// expect: cors-permissive P1
app.use('/default', cors());

// expect: cors-permissive P1
app.use('/star-only', cors({ origin: '*' }));

const everyone: CorsOptions = {
  origin(origin, callback) {
    callback(null, true);
  },
};
// expect: cors-permissive P1
app.use('/everyone', cors(everyone));

const knownSuffix: CorsOptions = {
  origin: (origin, callback) => {
    if (!origin || origin.endsWith('example.com')) callback(null, true);
    else callback(new Error('Origin not allowed'));
  },
  credentials: true,
};
// expect: cors-permissive P1
app.use('/suffix', cors(knownSuffix));

// expect: cors-permissive P1
app.use('/pattern', cors({ origin: /example\.com/, credentials: true }));

// expect: cors-permissive P1
app.use('/start', cors({ origin: [/^https:\/\/app\.example\.com/, 'https://example.org'] }));

// expect: cors-permissive P1
app.use('/inside', cors({ origin: (origin, callback) => callback(null, origin?.includes('example.com')) }));

// expect: cors-permissive P1
app.use('/fallback', cors({ origin: process.env.CORS_ORIGIN || '*' }));

// expect: cors-permissive P1
app.use('/null', cors({ origin: ['https://app.example.com', 'null'] }));

// expect: cors-permissive P1
app.use('/built', cors({ origin: new RegExp('example.com') }));

const known = ['https://app.example.com'];
const warning: CorsOptions = {
  origin(origin, callback) {
    if (origin && known.includes(origin)) {
      callback(null, true);
    } else {
      console.warn('unknown origin', origin);
      callback(null, true);
    }
  },
};
// expect: cors-permissive P1
app.use('/warning', cors(warning));

const blocked: CorsOptions = {
  origin(origin, callback) {
    if (origin === 'https://blocked.example.com') return callback(new Error('Origin blocked'));
    return callback(null, true);
  },
};
// expect: cors-permissive P1
app.use('/blocked', cors(blocked));
