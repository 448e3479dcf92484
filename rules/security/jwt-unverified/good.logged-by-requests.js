// What a logger of requests is told is written to the log and nothing else.
const express = require('express');
const jwt = require('jsonwebtoken');
const { logger } = require('express-winston');
const pinoHttp = require('pino-http');
const winston = require('winston');

const app = express();
app.use(
  logger({
    transports: [new winston.transports.Console()],
    dynamicMeta: (req) => {
      // ok: jwt-unverified
      const token = jwt.decode((req.get('authorization') || '').slice(7));
      return { client: (token && token.azp) || undefined, username: token ? token.email : undefined };
    },
  }),
);
app.use(
  pinoHttp({
    customProps: (req) => {
      // ok: jwt-unverified
      const claims = jwt.decode(req.headers.authorization.slice(7));
      return { user: claims?.sub };
    },
  }),
);
