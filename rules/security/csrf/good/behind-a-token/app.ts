import express from 'express';
import session from 'express-session';
import { csrfGuard } from './csrf-guard';
import { accounts } from './accounts';

export const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));
app.use(csrfGuard);
app.use('/accounts', accounts);
