import { DataSource } from 'typeorm';
import { User } from './user';

export const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [User],
  // expect: migrations
  synchronize: true,
});
