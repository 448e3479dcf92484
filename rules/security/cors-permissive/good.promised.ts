import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
const origins = new Set((process.env.ORIGINS ?? '').split(','));

async function isAllowed(asked: { origin: string; path: string }): Promise<boolean> {
  return origins.has(asked.origin);
}

// The answer of a promise, and an object that holds the origin.
app.use((request, response, next) => {
  const origin = String(request.headers.origin);
  isAllowed({ origin, path: request.path }).then((allowed) => {
    if (allowed) {
      // ok: cors-permissive
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
    }
    next();
  });
});

app.get('/me', (request, response) => {
  response.json(jwt.verify(String(request.headers.authorization), process.env.JWT_KEY!, { algorithms: ['HS256'] }));
});
app.listen(3000);
