CREATE TABLE app.team (id uuid PRIMARY KEY, slug text NOT NULL UNIQUE);
CREATE TABLE app.user (id uuid PRIMARY KEY, email text NOT NULL, team_id uuid NOT NULL REFERENCES app.team (id));
