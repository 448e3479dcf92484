import express from 'express';
import { login } from './openapi/routes/auth.js';

express().get('/docs', (_req, res) => res.json(login)).listen(3000);
