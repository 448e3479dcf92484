import { Environment, Paddle } from '@paddle/paddle-node-sdk';
import { Hono } from 'hono';

const paddle = new Paddle(process.env.PADDLE_KEY!, { environment: Environment.production });
const app = new Hono();
app.post('/paddle', async (c) => {
  const entity = await paddle.webhooks.unmarshal(await c.req.text(), process.env.PADDLE_SECRET!, c.req.header('paddle-signature') ?? '');
  if (!entity) return c.text('', 400);
  await record(entity.data);
  return c.text('');
});
export default app;

declare function record(data: unknown): Promise<void>;
