import spawn from 'cross-spawn';
import { execa, execaCommand, execaCommandSync } from 'execa';
import express from 'express';
import cmd from 'node-cmd';
import { NodeSSH } from 'node-ssh';
import shell from 'shelljs';
import { Client } from 'ssh2';

const app = express();

app.get('/execa', async (req, res) => {
  // expect: command-injection P0
  await execa(`convert ${req.query.file}`, { shell: true });
  // expect: command-injection P0
  await execaCommand(`convert ${req.query.file}`, { shell: true });
  // expect: command-injection P1
  await execaCommand(`convert ${req.query.file}`);
  // expect: command-injection P1
  execaCommandSync(`${req.query.program} --version`);
  // expect: command-injection P0
  await execa(req.query.program as string, ['--version']);
  res.end();
});

app.get('/others', (req, res) => {
  // expect: command-injection P0
  spawn('convert', [req.query.file as string], { shell: true });
  // expect: command-injection P0
  spawn.sync('sh', ['-c', `convert ${req.query.file}`]);
  // expect: command-injection P0
  shell.exec('convert ' + req.query.file);
  // expect: command-injection P0
  cmd.runSync('convert ' + req.query.file);
  res.end();
});

app.get('/remote', async (req, res) => {
  const connection = new Client();
  connection.on('ready', () => {
    // expect: command-injection P0
    connection.exec(`tail ${req.query.log}`, (_error, stream) => stream.pipe(res));
  });
  const ssh = new NodeSSH();
  // expect: command-injection P0
  await ssh.execCommand(`tail ${req.query.log}`);
});
