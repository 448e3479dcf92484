import { createHmac, createCipheriv, randomBytes } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import config from 'config';

const settings = new Map<string, string>();

// What one caller gives is not what another one gets back.
export function getConfig(path: string, fallback?: string): string {
  return config.has(path) ? config.get(path) : (fallback as string);
}

export const language = () => getConfig('shop.language', 'english');
export const timeZone = () => getConfig('shop.timezone', 'Europe/Berlin');
const cookieSecret = () => getConfig('session.cookieSecret');

function createOption(name: string, value: string) {
  settings.set(name, value);
}

function getOption(name: string) {
  return settings.get(name) as string;
}

createOption('theme', 'ckeditor-classic');

const app = express();
app.use(cookieParser(cookieSecret()));
app.get('/sign', (req, res) => {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', getOption('dataKey'), iv);
  res.json({ signature: createHmac('sha256', getOption('documentSecret')).update(String(req.query.id)).digest('hex'), sealed: cipher.update('x') });
});
