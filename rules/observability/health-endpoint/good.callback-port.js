// A program that waits for a browser to come back from a sign-in page.
const http = require('http');
http.createServer((req, res) => res.end('You can close this window')).listen(0);
