const express = require('express');
const app = express();
const server = app.listen(3000);
server.setTimeout(30_000);
