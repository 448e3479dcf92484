import knex from 'knex';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

// expect: db-pool-limits P2
export const tickets = new Pool({ connectionString: process.env.DATABASE_URL, max: 500, connectionTimeoutMillis: 5_000 });

// expect: db-pool-limits P2
export const reports = knex({ client: 'pg', connection: process.env.REPORTS_URL, pool: { min: 2, max: 300 } });

// expect: db-pool-limits P2
export const orders = new DataSource({ type: 'mysql', host: 'db', poolSize: 20 });

// expect: db-pool-limits P1
export const files = new MongoClient('mongodb://files', { maxPoolSize: 0, waitQueueTimeoutMS: 2_000 });

// expect: db-pool-limits P3
await mongoose.connect('mongodb://desk/tickets');

// expect: db-pool-limits P2
export const untimed = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 });

// expect: db-pool-limits P2
export const desks = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
