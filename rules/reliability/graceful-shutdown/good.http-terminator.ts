import express from 'express';
import { createHttpTerminator } from 'http-terminator';

const app = express();
const server = app.listen(3000);
const terminator = createHttpTerminator({ server });

process.on('SIGTERM', async () => {
  await terminator.terminate();
});
