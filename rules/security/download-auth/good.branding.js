const express = require('express');
const path = require('node:path');

const app = express();

// What every page shows, signed in or not.
app.get('/branding/:file', (req, res) => res.sendFile(path.basename(req.params.file), { root: path.join(__dirname, 'branding') }));
