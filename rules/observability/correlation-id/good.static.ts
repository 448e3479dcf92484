import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import express from 'express';
import pino from 'pino';

const storage = new AsyncLocalStorage<{ requestId: string }>();
class RequestContextService {
  static getRequestId(): string {
    return storage.getStore()!.requestId;
  }
}
const logger = pino();
const app = express();
app.use((req, res, next) => storage.run({ requestId: randomUUID() }, next));
app.get('/users', (req, res) => {
  logger.info(`[${RequestContextService.getRequestId()}] users`);
  res.json([]);
});
app.listen(3000);
