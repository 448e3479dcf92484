module.exports = { databaseUrl: process.env.DATABASE_URL };
