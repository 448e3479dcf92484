ALTER TABLE app.user
    ADD CONSTRAINT email_unique UNIQUE (email);
