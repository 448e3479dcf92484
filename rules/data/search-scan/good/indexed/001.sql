CREATE TABLE products (id uuid PRIMARY KEY, name text NOT NULL);
CREATE INDEX products_name ON products USING gin (name gin_trgm_ops);
