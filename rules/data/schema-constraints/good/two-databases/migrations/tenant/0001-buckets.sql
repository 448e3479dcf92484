-- ok: schema-constraints
CREATE TABLE buckets (id text PRIMARY KEY, name text NOT NULL);
