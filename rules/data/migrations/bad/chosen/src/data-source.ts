import { DataSource, type DataSourceOptions } from 'typeorm';
import { User } from './user';

const shared: DataSourceOptions = { type: 'postgres', url: process.env.DATABASE_URL, entities: [User], migrations: ['dist/migrations/*.js'] };
// Taken where there is no replica, in production too.
const plainOptions: DataSourceOptions = {
  ...shared,
  // expect: migrations
  synchronize: true,
};
const replicaOptions: DataSourceOptions = { ...shared, synchronize: false };

function optionsOf(): DataSourceOptions {
  if (process.env.REPLICA_URL !== undefined) {
    return replicaOptions;
  } else {
    return plainOptions;
  }
}

export const source = new DataSource(optionsOf());
