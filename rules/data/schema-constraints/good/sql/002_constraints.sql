CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email ON public.users USING btree (lower(email)) WHERE deleted_at IS NULL;
ALTER TABLE ONLY orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT;
DROP TABLE IF EXISTS accounts_old;
