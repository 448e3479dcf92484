import express from 'express';
import helmet from 'helmet';
// expect: security-headers P2
const app = express();
app.use(helmet({ contentSecurityPolicy: false }));
app.listen(3000);
