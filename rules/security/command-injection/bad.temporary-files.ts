import { exec } from 'node:child_process';
import express from 'express';
import tempWrite from 'temp-write';

const app = express();
app.use(express.text());
// What was sent stands in a file whose name it does not choose; whatever a library gives, a list of arguments is the better way.
app.post('/check', async (req, res) => {
  const path = await tempWrite(req.body);
  // expect: command-injection P1
  exec(`openssl pkey -in ${path} -check -noout`, (error, output) => res.send(error ? 'invalid' : output));
});
app.post('/check/:name', async (req, res) => {
  const path = await tempWrite(req.body, req.params.name);
  // expect: command-injection P0
  exec(`openssl pkey -in ${path} -check -noout`, (error, output) => res.send(error ? 'invalid' : output));
});
app.listen(3000);
