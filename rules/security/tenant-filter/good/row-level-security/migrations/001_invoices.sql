CREATE TABLE invoices (id uuid PRIMARY KEY, organization_id uuid NOT NULL, number text, amount int);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
CREATE POLICY invoices_of_organization ON invoices USING (organization_id = current_setting('app.organization_id')::uuid);
