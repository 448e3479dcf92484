// The same variable is checked where the program reads its settings.
const { Client } = require('pg');

exports.client = new Client({ connectionString: process.env.DATABASE_URL });
