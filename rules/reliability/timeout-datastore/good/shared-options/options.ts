export const limits = { connectionTimeoutMillis: 5_000, statement_timeout: 10_000 };
