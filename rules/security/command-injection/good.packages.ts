import { $, execa } from 'execa';
import express from 'express';
import { NodeSSH } from 'node-ssh';
import { quote } from 'shell-quote';
import shell from 'shelljs';
import { $ as zx } from 'zx';

const app = express();

app.get('/convert', async (req, res) => {
  const file = String(req.query.file);
  await execa('convert', [file, 'out.png']);
  await $`convert ${file} out.png`;
  await zx`convert ${file} out.png`;
  shell.cmd('convert', file, 'out.png');
  shell.exec('convert in.png out.png');
  shell.exec(`convert ${quote([file])} out.png`);
  res.end();
});

app.get('/remote', async (req, res) => {
  const ssh = new NodeSSH();
  await ssh.exec('tail', ['-n', '100', String(req.query.log)]);
  res.end();
});

const db = { exec: (text: string) => text.length };
app.get('/look-alike', (req, res) => {
  res.json(db.exec(`convert ${req.query.file}`));
});
