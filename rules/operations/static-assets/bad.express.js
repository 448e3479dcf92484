const express = require('express');
const path = require('path');
const app = express();
// expect: static-assets P3
app.use(express.static(path.join(__dirname, 'public')));
// expect: static-assets
app.use('/images', express.static('images', { maxAge: 0, etag: true }));
// ok: static-assets
app.use('/assets', express.static('assets', { maxAge: '1y', immutable: true }));
app.listen(3000);
