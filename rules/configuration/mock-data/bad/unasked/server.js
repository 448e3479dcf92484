// expect-project: mock-data
import express from 'express';
import { mockAnswer } from './mocks/parser.js';

class MockParser {
  parse() {
    return mockAnswer();
  }
}

export const parser = new MockParser();

const app = express();
app.post('/cv', (req, res) => res.json(parser.parse(req.body)));
app.listen(process.env.PORT);
