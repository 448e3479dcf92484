const express = require('express');
const helmet = require('helmet');

// Probes need none.
const app = express();
app.get('/health', (req, res) => res.send('ok'));
app.use(helmet());
app.get('/about', (req, res) => res.send('<p>About</p>'));
app.listen(3000);
