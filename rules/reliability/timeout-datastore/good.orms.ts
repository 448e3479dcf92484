import knex from 'knex';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import postgres from 'postgres';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

export const db = knex({ client: 'pg', connection: { host: 'db', statement_timeout: 10_000 } });

// No network.
export const embedded = knex({ client: 'better-sqlite3', connection: { filename: './desk.db' } });
export const sqlite = new Sequelize({ dialect: 'sqlite', storage: 'desk.db' });
export const file = new DataSource({ type: 'better-sqlite3', database: 'desk.db' });

export const sequelize = new Sequelize('desk', 'app', 'x', { dialect: 'postgres', dialectOptions: { statement_timeout: 10_000 } });

export const source = new DataSource({ type: 'postgres', host: 'db', connectTimeoutMS: 5_000, extra: { statement_timeout: 10_000 } });

export const sql = postgres('postgres://db/desk', { connection: { statement_timeout: 10_000 } });

export const adapted = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'x', connectionTimeoutMillis: 5_000, statement_timeout: 9_000 }) });

// Limits stand in the connection string, which the schema takes from the environment.
export const prisma = new PrismaClient();
