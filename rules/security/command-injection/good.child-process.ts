import { exec, execFile, execSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';

const app = express();
const TOOLS: Record<string, string> = { list: 'ls -l', disk: 'df -h' };
const PROGRAMS = new Set(['ffmpeg', 'convert']);

// A constant command, with and without a shell.
export const version = () => execSync('git rev-parse HEAD').toString();
app.get('/disk', (_req, res) => {
  exec('df -h | tail -n 1', (_error, output) => res.send(output));
});

// Arguments of a list are not read by a shell.
app.get('/log/:branch', (req, res) => {
  execFile('git', ['log', '--end-of-options', req.params.branch], (_error, output) => res.send(output));
});

app.get('/ping', (req, res) => {
  spawn('ping', ['-c', '1', String(req.query.host)]).stdout.pipe(res);
});

// `$1` is an argument of the shell's, not part of what it reads.
app.get('/count', (req, res) => {
  spawn('sh', ['-c', 'wc -l "$1"', 'sh', String(req.query.file)]).stdout.pipe(res);
});

// A table of commands, a list of programs, a number.
app.get('/tool/:name', (req, res) => {
  const command = TOOLS[req.params.name];
  if (command === undefined) return res.sendStatus(404);
  exec(command, (_error, output) => res.send(output));
});

app.get('/convert', (req, res) => {
  const program = String(req.query.program);
  if (!PROGRAMS.has(program)) return res.sendStatus(400);
  execFile(program, ['--version'], (_error, output) => res.send(output));
});

app.get('/kill/:pid', (req, res) => {
  exec(`kill ${Number(req.params.pid)}`, () => res.end());
});

app.get('/kind', (req, res) => {
  const kind = req.query.kind === 'full' ? '--full' : '--short';
  exec('report ' + kind, (_error, output) => res.send(output));
});

// The operator's own environment, and the path of a program.
export const backup = () => execSync(`pg_dump ${process.env.DATABASE_URL} > /backup/now.sql`);
export const local = (name: string) => spawn(join(tmpdir(), 'My Tools', name), ['--help']);

// Other things that are called exec.
export const matched = (text: string) => /(\d+)/.exec(`${text} now`);
