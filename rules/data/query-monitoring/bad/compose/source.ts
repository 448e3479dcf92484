import { DataSource } from 'typeorm';

// expect: query-monitoring P2
export const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, logging: ['error'] });
