import { DataSource } from 'typeorm';
import { User } from './user';

export const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [User],
  synchronize: false,
  migrations: ['dist/migrations/*.js'],
});

export const local = new DataSource({ type: 'postgres', entities: [User], synchronize: process.env.NODE_ENV !== 'production' });

// Of something else altogether.
export const editor = { scroll: 'both', synchronize: true };
export const save = (user: User) => source.getRepository(User).save(user);
