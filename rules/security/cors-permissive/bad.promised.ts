import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();

async function isOpen(asked: { path: string }): Promise<boolean> {
  return asked.path.startsWith('/shared');
}

// What is asked is no origin.
app.use((request, response, next) => {
  const { origin } = request.headers;
  isOpen({ path: request.path }).then((open) => {
    if (open) {
      // expect: cors-permissive P0
      response.setHeader('Access-Control-Allow-Origin', String(origin));
      response.setHeader('Access-Control-Allow-Credentials', 'true');
    }
    next();
  });
});

app.get('/me', (request, response) => {
  response.json(jwt.verify(String(request.headers.authorization), process.env.JWT_KEY!, { algorithms: ['HS256'] }));
});
app.listen(3000);
