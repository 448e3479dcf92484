import { Hono } from 'hono';

interface Services {
  parseEvent(event: { payload: string; signature: string | undefined }): Promise<{ event: { type: string; data: { customer: string } } }>;
  handle(event: { type: string; data: { customer: string } }): Promise<void>;
}

// Whoever makes the services checks the signature; it is read here, so what is done with it cannot be told.
export function setUp(app: Hono, services: Services, getHeader: (options: { context: unknown; name: string }) => string | undefined) {
  app.post('/api/stripe/webhook', async (context) => {
    const signature = getHeader({ context, name: 'stripe-signature' });
    const payload = await context.req.text();
    const { event } = await services.parseEvent({ payload, signature });
    await services.handle(event);
    return context.body(null, 204);
  });
}
