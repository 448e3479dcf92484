const { prompt } = require('enquirer');

// Whoever is asked decides.
module.exports.ask = () => prompt([{ type: 'input', name: 'host', message: 'Host of the database', initial: process.env.DB_HOST || 'localhost' }]);
