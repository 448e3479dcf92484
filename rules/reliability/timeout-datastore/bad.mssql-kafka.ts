import { Kafka } from 'kafkajs';
import sql from 'mssql';

// expect: timeout-datastore
export const pool = new sql.ConnectionPool({ server: 'db', requestTimeout: 0 });

// expect: timeout-datastore
export const kafka = new Kafka({ brokers: ['kafka:9092'], enforceRequestTimeout: false });
