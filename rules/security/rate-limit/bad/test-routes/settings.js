// What a deployment may set otherwise.
module.exports = { dev: false, uploads: { enable: false } };
