const { createServer } = require('node:http');

// expect: db-fallback P1
const url = process.env.DATABASE_URL || 'postgresql://localhost:5432/app';
createServer((req, res) => res.end(url.slice(0, 8))).listen(3000);
