const http = require('http');
const express = require('express');
const { createTerminus } = require('@godaddy/terminus');
const app = express();
app.get('/users', (req, res) => res.json([]));
const server = http.createServer(app);
createTerminus(server, { healthChecks: { '/ok': async () => {} } });
server.listen(3000);
