const stage = process.env.NODE_ENV ?? 'development';
exports.config = { secure: stage === 'production', port: process.env.PORT };
