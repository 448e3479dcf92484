// Templates that make one argument of each part: a shell that is named in them reads its part again.
import { $ as bun } from 'bun';
import { execa } from 'execa';
import express from 'express';
import { $ } from 'zx';

const app = express();
app.use(express.json());

app.post('/run', async (req, res) => {
  // expect: command-injection
  await bun`sh -c ${req.body.command}`.text();
  // expect: command-injection
  await bun`echo ${{ raw: req.body.text }}`;
  // expect: command-injection
  await $`bash -lc "${req.body.command}"`;
  // expect: command-injection
  await execa`${req.body.program} --version`;
  res.end();
});
