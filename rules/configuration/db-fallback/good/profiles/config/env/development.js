// ok: db-fallback
module.exports = { db: process.env.MONGODB_URL || 'mongodb://localhost/orders_dev' };
