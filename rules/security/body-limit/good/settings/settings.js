const KILOBYTE = 1024;
module.exports = { bodyLimit: 512 * KILOBYTE };
