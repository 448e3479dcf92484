import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';

export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, logging: ['error'], maxQueryExecutionTime: 500 });
export const other = new Sequelize(process.env.OTHER_URL!, { benchmark: true, logging: (statement, ms) => (ms ?? 0) > 500 && console.warn(statement, ms) });
