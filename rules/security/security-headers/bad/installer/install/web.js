// Runs until the program is set up: told with little weight.
const express = require('express');

// expect: security-headers P2
const app = express();
app.get('/', (req, res) => res.send('<form>'));
app.listen(3000);
