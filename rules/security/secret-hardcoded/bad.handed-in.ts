import { createHmac } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import config from 'config';

function getConfig(path: string, fallback: string): string {
  return config.has(path) ? config.get(path) : fallback;
}

// expect: secret-hardcoded
const cookieSecret = (): string => getConfig('session.cookieSecret', 'keyboard cat');
export const language = () => getConfig('shop.language', 'english');

function sign(key: string, text: string) {
  return createHmac('sha256', key).update(text).digest('hex');
}

const signDocument = (key: string, id: string) => sign(key, `document ${id}`);

const app = express();
app.use(cookieParser(cookieSecret()));
app.get('/sign', (req, res) => {
  // expect: secret-hardcoded
  res.json({ signature: signDocument('0rchid-winter-77', String(req.query.id)) });
});
