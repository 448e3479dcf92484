// expect-project: health-endpoint P3
const express = require('express');
const path = require('path');

const app = express();
app.use(express.static(path.join(__dirname, 'www'), { maxAge: '1h' }));
app.listen(process.env.PORT);
