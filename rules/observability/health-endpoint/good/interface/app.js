// Its routes are made of the description beside it.
const express = require('express');
const { middleware } = require('exegesis-express');
const app = express();
app.use(middleware('./chat.yaml'));
app.listen(3000);
