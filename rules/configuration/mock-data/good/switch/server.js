import express from 'express';
import { isMockEnabled, mockAnswer } from './mocks/parser.js';

class MockParser {
  parse() {
    return mockAnswer();
  }
}

export const parser = isMockEnabled() ? new MockParser() : null;

const app = express();
app.post('/cv', async (req, res) => {
  if (isMockEnabled()) return res.json(mockAnswer());
  return res.json(await app.locals.parser.parse(req.body));
});
app.listen(process.env.PORT);
