import { exec } from 'node:child_process';
import express from 'express';
import { spawn } from 'node-pty';

const app = express();
app.use(express.json());
app.post('/tail', (req, res) => {
  // What was asked for goes into the process; its number carries no text.
  const terminal = spawn('tail', ['-f', 'app.log'], { cols: req.body.cols });
  setTimeout(() => {
    exec(`sudo -n kill -9 ${terminal.pid}`);
  }, 60_000);
  res.sendStatus(202);
});
app.listen(3000);
