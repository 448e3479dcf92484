const fs = require('fs/promises');

function load(path) {
  // expect: async-errors
  return new Promise(async (resolve, reject) => {
    const text = await fs.readFile(path, 'utf8');
    resolve(JSON.parse(text));
  });
}

module.exports = { load };
