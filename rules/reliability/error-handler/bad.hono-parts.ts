import { Hono } from 'hono';

// Routers of Hono are applications, too: what fails in them is answered by the one that they stand on.
const parcels = new Hono();
parcels.get('/', (c) => c.json([]));

// expect: error-handler P2
const app = new Hono();
app.route('/parcels', parcels);
export default app;
