import knex from 'knex';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import { Sequelize } from 'sequelize';
import sql from 'mssql';
import { config } from './config';

export const pool = new Pool({ connectionString: config.url, max: 20, connectionTimeoutMillis: 5_000 });
// The library's size is a limit.
export const sized = new Pool({ connectionString: config.url, connectionTimeoutMillis: config.connectTimeout });
const waits = { connectionTimeoutMillis: 5_000 };
export const spread = new Pool({ connectionString: config.url, max: 20, ...waits });
export const reports = knex({ client: 'pg', connection: config.url, pool: { min: 0, max: 10 } });
export const notes = new Sequelize(config.url, { dialect: 'postgres' });
export const ledger = new sql.ConnectionPool({ server: 'ledger' });
export const lines = mysql.createPool({ uri: config.url, connectionLimit: config.poolSize, queueLimit: 50 });
export const refuses = mysql.createPool({ uri: config.url, waitForConnections: false });
export const files = new MongoClient(config.url, { maxPoolSize: 50, waitQueueTimeoutMS: 2_000 });
export const lasting = new MongoClient('mongodb://files/?waitQueueTimeoutMS=2000');
// One connection is no pool.
export const single = await mysql.createConnection(config.url);

// Whoever calls says what the limits are.
export function poolOf(settings: PoolConfig) {
  return new Pool(settings);
}
export const another = mysql.createPool(config.mysql);
