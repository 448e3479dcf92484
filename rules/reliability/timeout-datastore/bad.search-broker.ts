import { Client } from '@elastic/elasticsearch';
import amqp from 'amqplib';

// expect: timeout-datastore P1
export const search = new Client({ node: 'http://search:9200' });

export async function broker() {
  // expect: timeout-datastore P2
  return amqp.connect('amqp://broker');
}
