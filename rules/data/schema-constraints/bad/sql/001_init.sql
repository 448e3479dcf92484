-- expect: schema-constraints P1
CREATE TABLE IF NOT EXISTS users (
  id SERIAL PRIMARY KEY,
  email VARCHAR(255) NOT NULL,
  password_hash TEXT NOT NULL
);

-- expect: schema-constraints P1
CREATE TABLE orders (
  id SERIAL PRIMARY KEY,
  user_id INTEGER NOT NULL,
  total NUMERIC(10, 2) NOT NULL
);

-- expect: schema-constraints P2
CREATE TABLE products (
  id SERIAL PRIMARY KEY,
  title TEXT,
  price NUMERIC,
  stock INTEGER
);
