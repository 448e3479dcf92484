import express from 'express';
import session from 'express-session';

export class Server {
  app = express();

  constructor() {
    this.app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));
    // Paths of the interface for programs of others: listed, of low confidence.
    this.app.use(['/v1', '/v1/track'], (req, res, next) => {
      // expect: cors-permissive P2
      res.set({ 'Access-Control-Allow-Origin': '*' });
      next();
    });
    this.app.use(['/', '/account'], (req, res, next) => {
      // expect: cors-permissive P1
      res.set({ 'Access-Control-Allow-Origin': '*' });
      next();
    });
  }
}
