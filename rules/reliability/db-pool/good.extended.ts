import express from 'express';
import { Redis } from 'ioredis';

/** Whoever makes an instance makes the connection; here that is once. */
class Cache extends Redis {
  private static shared: Cache | undefined;

  constructor(url: string) {
    super(url, { maxRetriesPerRequest: 3 });
  }

  static get default(): Cache {
    return (this.shared ??= new Cache(String(process.env.REDIS_URL)));
  }
}

const app = express();
app.get('/', async (_req, res) => {
  res.json(await Cache.default.get('orders'));
});
app.listen(3000);
