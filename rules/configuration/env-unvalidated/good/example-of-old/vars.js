const path = require('path');

require('dotenv-safe').load({ path: path.join(__dirname, '.env'), sample: path.join(__dirname, '.env.example') });

module.exports = { jwtSecret: process.env.JWT_SECRET, mongo: process.env.MONGO_URI };
