CREATE TABLE tenants (id uuid PRIMARY KEY, name text);
CREATE TABLE tickets (
  id serial PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id),
  subject text
);
CREATE TABLE messages (id serial PRIMARY KEY, ticket_id int, body text);
ALTER TABLE messages ADD COLUMN IF NOT EXISTS tenant_id uuid;
CREATE TABLE plans (id serial PRIMARY KEY, price int);
