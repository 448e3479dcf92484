import knex from 'knex';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

// expect: timeout-datastore P2
export const db = knex({ client: 'pg', connection: { host: 'db', database: 'desk' } });

// expect: timeout-datastore P2
export const sequelize = new Sequelize('desk', 'app', 'x', { host: 'db', dialect: 'postgres' });

// expect: timeout-datastore P1
export const source = new DataSource({ type: 'postgres', host: 'db', entities: [] });

// expect: timeout-datastore P2
export const mysql = new DataSource({ type: 'mysql', host: 'db', entities: [] });
