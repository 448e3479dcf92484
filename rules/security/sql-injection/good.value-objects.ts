import express from 'express';
import { Pool } from 'pg';
import { randomUUID } from 'node:crypto';

const pool = new Pool();

abstract class ValueObject<Props extends object> {
  readonly props: Props;

  constructor(props: Props) {
    this.props = { ...props };
  }
}

// What one class hands to the base is nothing that another reads of itself.
class Password extends ValueObject<{ value: string }> {
  constructor(value: string) {
    super({ value });
  }

  isLong() {
    return this.props.value.length > 12;
  }
}

class PostId extends ValueObject<{ value: string }> {
  constructor(value: string) {
    super({ value });
  }

  text() {
    return this.props.value.toString();
  }
}

const app = express();
app.post('/login', (req, res) => res.json({ isLong: new Password(req.body.password).isLong() }));
app.get('/votes', async (req, res) => {
  const id = new PostId(randomUUID());
  res.json((await pool.query(`SELECT count(*) FROM votes WHERE post_id = '${id.text()}'`)).rows);
});
