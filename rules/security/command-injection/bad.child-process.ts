import { exec, execFile, execSync, fork, spawn, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import express from 'express';

const app = express();
app.use(express.json());
const run = promisify(exec);
const WITH_SHELL = { shell: true, cwd: '/srv' };

app.get('/files', (req, res) => {
  // expect: command-injection P0
  exec(`ls -l ${req.query.directory}`, (_error, output) => res.send(output));
});

app.post('/archive', async (req, res) => {
  const { name } = req.body;
  // expect: command-injection P0
  const { stdout } = await run('tar czf ' + name + '.tgz data');
  res.send(stdout);
});

app.get('/branch/:name', (req, res) => {
  const command = ['git', 'log', req.params.name].join(' ');
  // expect: command-injection P0
  res.send(execSync(command).toString());
});

app.get('/ping', (req, res) => {
  // expect: command-injection P0
  spawn('ping', ['-c', '1', String(req.query.host)], { shell: true }).stdout.pipe(res);
});

app.get('/trace', (req, res) => {
  // expect: command-injection P0
  spawn(`traceroute ${req.query.host}`, WITH_SHELL).stdout.pipe(res);
});

app.get('/dig', (req, res) => {
  // expect: command-injection P0
  const found = spawnSync('/bin/sh', ['-c', 'dig ' + req.query.host]);
  res.send(found.stdout);
});

app.get('/dir', (req, res) => {
  // expect: command-injection P0
  spawn('cmd.exe', ['/c', 'dir ' + req.query.path]).stdout.pipe(res);
});

app.post('/tool', (req, res) => {
  // expect: command-injection P0
  execFile(req.body.program, ['--version'], (_error, output) => res.send(output));
});

app.post('/worker', (req, res) => {
  // expect: command-injection P0
  fork(`./workers/${req.body.worker}.js`);
  res.end();
});

export function convert(file: string): void {
  // expect: command-injection P1
  execSync(`convert "${file}" "${file}.png"`);
}

export function search(word: string): void {
  // expect: command-injection P1
  spawn('grep ' + word);
}
