// What a deployment may set otherwise.
module.exports = { uploads: { enable: false } };
