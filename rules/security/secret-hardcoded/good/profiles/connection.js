const development = {
  database: 'desk',
  username: 'desk',
  // ok: secret-hardcoded
  password: 'gY7mQ2xLw9',
  host: 'localhost',
};
const production = {
  database: process.env.DB_NAME,
  username: process.env.DB_USER,
  password: process.env.DB_PASS,
  host: process.env.DB_HOST,
};

module.exports = { development, production };
