module.exports = { secret: 'local-secret-key', lifetime: 3600 };
