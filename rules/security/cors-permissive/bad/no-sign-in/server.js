const cors = require('cors');
const express = require('express');

const app = express();
// Nobody signs in and no cookie is set: what any page could read, everybody could fetch.
// expect: cors-permissive P2
app.use('/reflected', cors({ origin: true }));
// expect: cors-permissive P2
app.use('/all', cors({ origin: '*', credentials: true }));
// A cookie of somebody else's, such as a proxy's, goes along with any origin that is sent back.
// expect: cors-permissive P0
app.use('/both', cors({ origin: true, credentials: true }));
app.get('/all/check', (request, response) => response.json({ up: true }));
app.listen(3000);
