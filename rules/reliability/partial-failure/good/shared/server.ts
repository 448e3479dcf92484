import { pool } from './pool.js';
import { log } from './log.js';

pool.on('error', (error) => log.error({ err: error }, 'idle connection lost'));
