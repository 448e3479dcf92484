const express = require('express');
const { ParseServer } = require('parse-server');

const app = express();
const api = new ParseServer({ databaseURI: process.env.DATABASE_URI, appId: 'desk', masterKey: process.env.MASTER_KEY });

// Parse Server answers /health below where it is mounted.
app.use('/parse', api.app);
app.listen(1337);
