const { Pool } = require('pg');

const pool = new Pool();

// How often it was looked at is no part of it.
exports.look = async (id) => {
  await pool.query('INSERT INTO article_views (article_id) VALUES ($1)', [id]);
  await pool.query('UPDATE articles SET views = views + 1 WHERE id = $1', [id]);
};

exports.publish = async (author, title) => {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query('INSERT INTO articles (author_id, title) VALUES ($1, $2)', [author, title]);
    await connection.query('UPDATE authors SET articles = articles + 1 WHERE id = $1', [author]);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
};
