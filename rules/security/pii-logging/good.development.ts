import { config } from './config';

export function sendCode(to: string, verificationCode: string) {
  if (config.isDevelopment) {
    console.log(`code for ${to}: ${verificationCode}`);
    return;
  }
  deliver(to, verificationCode);
}


// A route that only a developer's machine has, and names of what is nobody.
import express from 'express';
const app = express();
const isDev = process.env.NODE_ENV === 'development';
if (isDev) {
  app.post('/test-webhook', (req, res) => {
    console.log(req.headers);
    res.sendStatus(204);
  });
}
export function tell(task: { fullName: string }) {
  console.log(`Tips for ${task.fullName}`);
}
