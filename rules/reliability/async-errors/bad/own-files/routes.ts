import { Router } from 'express';
import * as controller from './controller.js';

export const router = Router();
// expect: async-errors
router.get('/orders/:id', controller.show);
router.get('/orders', controller.list);
