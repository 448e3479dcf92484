CREATE TABLE users (
  id SERIAL PRIMARY KEY,
  email VARCHAR(255) NOT NULL,
  password_hash TEXT NOT NULL
);
CREATE TABLE orders (
  id SERIAL PRIMARY KEY,
  user_id INTEGER NOT NULL,
  total NUMERIC(10, 2) NOT NULL
);
CREATE TABLE shipments (
  id SERIAL PRIMARY KEY,
  order_id INTEGER NOT NULL,
  CONSTRAINT shipments_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
CREATE TABLE accounts_old (id SERIAL, email TEXT, password TEXT, name TEXT);
CREATE TABLE clicks (user_id UInt64, url String, at DateTime) ENGINE = MergeTree ORDER BY at;
