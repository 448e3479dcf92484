import { DataSource, type DataSourceOptions } from 'typeorm';
import { User } from './user';

const development: DataSourceOptions = { type: 'postgres', url: process.env.DATABASE_URL, entities: [User], migrations: ['dist/migrations/*.js'] };
const localOptions: DataSourceOptions = { ...development, synchronize: true };
const deployedOptions: DataSourceOptions = { ...development, synchronize: false };

function optionsOf(): DataSourceOptions {
  if (process.env.NODE_ENV === 'production') {
    return deployedOptions;
  } else {
    return localOptions;
  }
}

export const source = new DataSource(optionsOf());
