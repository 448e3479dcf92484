CREATE TABLE backups (id uuid PRIMARY KEY);
