const password = process.env.DB_PASSWORD ?? Math.random().toString(36);
console.log('password of the database', password);
