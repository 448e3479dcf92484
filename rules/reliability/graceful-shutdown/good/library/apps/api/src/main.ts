import express from 'express';

const app = express();
app.get('/healthz', (_request, response) => response.sendStatus(200));
const server = app.listen(3000);
process.once('SIGTERM', () => server.close());
