import { Client } from '@elastic/elasticsearch';
import amqp from 'amqplib';

export const search = new Client({ node: 'http://search:9200', requestTimeout: 10_000 });

export const broker = () => amqp.connect('amqp://broker', { timeout: 5_000 });
