import { OpenAPIHono, createRoute } from '@hono/zod-openapi';

const app = new OpenAPIHono();
app.openapi(createRoute({ method: 'get', path: '/orders', responses: {} }), (c) => c.json([]));
app.openapi(createRoute({ method: 'post', path: '/orders', responses: {} }), (c) => c.json({}));
app.doc('/openapi.json', { openapi: '3.1.0', info: { title: 'Orders', version: '1' } });
export default app;
