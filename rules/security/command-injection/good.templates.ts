import { $ as bun } from 'bun';
import { execa } from 'execa';
import express from 'express';
import { $ } from 'zx';

const app = express();
app.use(express.json());

const PROGRAMS: Record<string, string> = { list: 'ls', disk: 'df' };

app.post('/run', async (req, res) => {
  await bun`ls -l ${req.body.folder}`.text();
  await bun`sh -c ${'uptime'}`;
  await bun`echo ${{ raw: '$HOME' }} ${req.body.text}`;
  await $`git clone -- ${req.body.repository}`;
  await $`zsh -c ${Number(req.body.count)}`;
  await execa`${PROGRAMS[req.body.program] ?? 'ls'} --version`;
  res.end();
});
