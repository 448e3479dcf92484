if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set');
// Checked by the package `env`, which this one uses.
export const queue = process.env.QUEUE_URL;
