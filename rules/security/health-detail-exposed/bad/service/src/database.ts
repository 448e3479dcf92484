import { Pool } from 'pg';

const pool = new Pool();
export const ping = () => pool.query('select 1');
