import { DataSourceOptions } from 'typeorm';
const ormConfig: DataSourceOptions = { type: 'postgres', host: process.env.DB_HOST, maxQueryExecutionTime: 1000, logging: ['error'], extra: { max: 20, connectionTimeoutMillis: 5000, statement_timeout: 10000 } };
export = ormConfig;
