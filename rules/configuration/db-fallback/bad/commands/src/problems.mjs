const area = process.argv[2] || 'status';
// expect: db-fallback P2
const url = process.env.MONGO_URL || 'mongodb://127.0.0.1:27019/app';
console.log(area, url.length);
