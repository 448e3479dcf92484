import { Kafka } from 'kafkajs';
import sql from 'mssql';

// Fifteen seconds each by default.
export const pool = new sql.ConnectionPool({ server: 'db', database: 'desk' });

// One second to connect and thirty for a request by default.
export const kafka = new Kafka({ clientId: 'desk', brokers: ['kafka:9092'] });
