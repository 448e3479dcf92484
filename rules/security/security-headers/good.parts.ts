import express, { type Express } from 'express';
import { contentSecurityPolicy, frameguard, hsts, noSniff } from 'helmet';
const app = express();
export function protect(each: Express) {
  each.use(contentSecurityPolicy());
  each.use(frameguard());
  each.use(hsts());
  each.use(noSniff());
}
protect(app);
