-- ok: schema-constraints
CREATE TABLE tenants (id text PRIMARY KEY, name text NOT NULL);
-- ok: schema-constraints
CREATE TABLE namespaces (id uuid PRIMARY KEY, tenant_id text NOT NULL REFERENCES tenants (id), bucket_id text NOT NULL);
