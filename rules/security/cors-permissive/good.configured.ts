// The deployment chooses, and says so itself; nothing is open by default.
import cors from 'cors';
import express from 'express';
import session from 'express-session';

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

const configured = process.env.CORS_ORIGINS;
app.use(cors({ origin: configured ? (configured === '*' ? '*' : configured.split(',')) : false }));

const isDevelopment = process.env.NODE_ENV !== 'production';
app.use(cors({
  origin: (origin, callback) => {
    if (isDevelopment || !origin) return callback(null, true);
    return callback(null, (configured ?? '').split(',').includes(origin));
  },
  credentials: true,
}));
