// expect-project: structured-logging P3
import express from 'express';

// One line, beside the service that does the work.
const app = express();
app.use(express.json());
app.post('/admission', (request, response) => {
  if (typeof request.body.token !== 'string') {
    console.log('no token');
    return response.sendStatus(401);
  }
  return response.sendStatus(204);
});
app.listen(3001);
