import type { Pool } from 'pg';
import { Repository } from './repository.js';

export class UserRepository extends Repository {
  constructor(pool: Pool) {
    super(pool);
  }

  byEmail(email: string) {
    return this.select('users', `email = '${email}'`);
  }
}
