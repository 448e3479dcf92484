const { MongoClient, ObjectId } = require('mongodb');
const { Pool } = require('pg');

const client = new MongoClient('mongodb://desk');
const pool = new Pool();

exports.say = async (room, text) => {
  const db = client.db();
  // expect: transaction-missing P2
  await db.collection('replies').insertOne({ room, text });
  await db.collection('rooms').updateOne({ _id: new ObjectId(room) }, { $inc: { replies: 1 } });
};

exports.publish = async (author, title) => {
  // expect: transaction-missing P1
  await pool.query('INSERT INTO articles (author_id, title) VALUES ($1, $2)', [author, title]);
  await pool.query('UPDATE authors SET articles = articles + 1 WHERE id = $1', [author]);
};
