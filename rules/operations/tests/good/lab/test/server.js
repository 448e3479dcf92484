exports.lab = require('@hapi/lab').script();
