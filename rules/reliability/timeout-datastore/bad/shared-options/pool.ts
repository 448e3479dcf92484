import { Pool } from 'pg';
import { database } from './options';

// expect: timeout-datastore P1
export const pool = new Pool({ ...database, application_name: 'desk' });
