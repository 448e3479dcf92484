import { serve } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';

// One function makes the application and what is mounted in it.
function createRouter() {
  // expect: security-headers
  return new OpenAPIHono({ strict: false });
}

const tasks = createRouter().get('/tasks', (c) => c.json([]));
const app = createRouter();
app.route('/', tasks);
serve({ fetch: app.fetch, port: 3000 });
