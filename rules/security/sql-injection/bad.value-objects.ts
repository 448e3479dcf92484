import express from 'express';
import { Pool } from 'pg';

const pool = new Pool();

abstract class ValueObject<Props extends object> {
  readonly props: Props;

  constructor(props: Props) {
    this.props = { ...props };
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

const votes = async (id: PostId) => {
  // expect: sql-injection P0
  const { rows } = await pool.query(`SELECT count(*) FROM votes WHERE post_id = '${id.text()}'`);
  return rows;
};

const app = express();
app.get('/votes/:id', async (req, res) => res.json(await votes(new PostId(req.params.id))));
