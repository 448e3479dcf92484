const { fork, execSync } = require('child_process');

const child = fork('./server.js');

function stop() {
  // ok: command-injection
  execSync(`taskkill /PID ${child.pid} /F /T`);
}

module.exports = { stop };
