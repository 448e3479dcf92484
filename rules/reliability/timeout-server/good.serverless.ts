import serverless from 'serverless-http';
import express from 'express';
const app = express();
export const handler = serverless(app);
if (process.env.NODE_ENV === 'development') app.listen(3000);
