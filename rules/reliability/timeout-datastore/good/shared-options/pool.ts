import { Pool } from 'pg';
import { limits } from './options';

export const pool = new Pool({ ...limits, host: 'db' });
