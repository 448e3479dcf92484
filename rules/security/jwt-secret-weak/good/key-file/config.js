const fs = require('node:fs');
const FILE = '/data/keys.json';
let instance = null;

const readKeys = () => JSON.parse(fs.readFileSync(FILE, 'utf8'));

// Where the settings stand has a fallback; the keys stand in a file.
function configure() {
  const filename = `${process.env.NODE_CONFIG_DIR || './config'}/${process.env.NODE_ENV || 'default'}.json`;
  if (fs.existsSync(filename)) {
    instance = JSON.parse(fs.readFileSync(filename, 'utf8'));
    instance.keys = readKeys();
    return;
  }
  instance = { database: { port: process.env.DB_PORT || 5432 }, keys: readKeys() };
}
exports.getPrivateKey = () => {
  if (instance === null) configure();
  return instance.keys.key;
};
