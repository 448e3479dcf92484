import express from 'express';
import helmet from 'helmet';
// expect: security-headers P1
const app = express();
app.use(helmet({ frameguard: false, noSniff: false }));
app.listen(3000);
