import express from 'express';
import { WebClient } from '@slack/web-api';
import { Ollama } from 'ollama';

const app = express();
const slack = new WebClient(process.env.SLACK_TOKEN);
const ollama = new Ollama({ host: process.env.OLLAMA_HOST });

// Told to the staff, and answered by a model server of the project's own: a suspicion.
app.post('/support', async (req, res) => {
  // expect: circuit-breaker P2
  await slack.chat.postMessage({ channel: 'support', text: req.body.text });
  // expect: circuit-breaker P2
  const answer = await ollama.chat({ model: 'llama3', messages: [{ role: 'user', content: req.body.text }] });
  res.json(answer);
});
