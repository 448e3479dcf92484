// Programs that run the rest of their arguments, and runners of commands by other names.
const express = require('express');
const { spawn } = require('child_process');
const execSh = require('exec-sh');
const sudo = require('sudo-prompt');
const spawnNano = require('nano-spawn');
const { exec } = require('mz/child_process');
const bluebird = require('bluebird');
const childProcess = bluebird.promisifyAll(require('child_process'));
const { x } = require('tinyexec');

const app = express();

app.post('/run', async (req, res) => {
  const { name } = req.body;
  // expect: command-injection
  spawn('env', ['bash', '-c', `ls ${name}`]);
  // expect: command-injection
  spawn('sudo', ['sh', '-c', name]);
  // expect: command-injection
  execSh('ls ' + name);
  // expect: command-injection
  sudo.exec('ls ' + name, {}, () => {});
  // expect: command-injection
  await spawnNano('ls ' + name, { shell: true });
  // expect: command-injection
  await exec(`ls ${name}`);
  // expect: command-injection
  await childProcess.execAsync('ls ' + name);
  // expect: command-injection
  await x(name, ['-l']);
  // ok: command-injection
  await x('ls', [name]);
  // ok: command-injection
  spawn('sudo', ['ls', name]);
  res.end();
});
