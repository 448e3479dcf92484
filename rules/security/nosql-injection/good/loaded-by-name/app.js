const express = require('express');
const fs = require('fs');
const mongoSanitize = require('express-mongo-sanitize');

const app = express();
app.use(express.json());
app.use(mongoSanitize());
for (const name of fs.readdirSync(`${__dirname}/routes`)) app.use(require(`./routes/${name}`));
