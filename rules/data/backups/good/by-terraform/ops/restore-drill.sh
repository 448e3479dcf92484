aws rds restore-db-instance-from-db-snapshot
