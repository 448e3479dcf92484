import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import ExpressBrute from 'express-brute';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limitByAccount } from './limits';

const app = express();
app.get('/health', (_req, res) => res.send('ok'));
app.get('/metrics', (_req, res) => res.send('requests 1'));
app.get('/docs/:page', (_req, res) => res.send('page'));

const brute = new ExpressBrute(new ExpressBrute.MemoryStore());
app.post('/sign-up', brute.prevent, (_req, res) => void res.end());

const loginLimiter = new RateLimiterMemory({ points: 5, duration: 60 });
app.post('/login', async (req, res) => {
  await loginLimiter.consume(req.ip ?? '');
  res.end();
});

const limiter = new RateLimiterRedis({ storeClient: null, points: 100, duration: 60 });
const limited = (req: Request, res: Response, next: NextFunction) => {
  limiter
    .consume(req.ip ?? '')
    .then(() => next())
    .catch(() => res.status(429).send('Too many requests'));
};
const api = Router();
api.get('/orders', (_req, res) => void res.json([]));
app.use('/api', limited, api);

app.route('/reports').all(rateLimit({ limit: 5 })).get((_req, res) => void res.json([])).post((_req, res) => void res.end());
app.get('/lists', [rateLimit({ limit: 5 }), (_req: Request, res: Response) => void res.json([])]);

if (process.env.NODE_ENV === 'production') app.use(rateLimit({ limit: 300 }));
app.get('/production-only', (_req, res) => void res.json([]));

// What it does is not in sight: nobody can tell.
app.get('/account', limitByAccount, (_req, res) => void res.json([]));

app.get('/health_check/api', (_req, res) => void res.end());
app.get('*', (_req, res) => res.sendFile('/srv/index.html'));
