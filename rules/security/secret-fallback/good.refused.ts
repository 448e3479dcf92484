// A default for development that the program refuses anywhere else.
const isProduction = process.env.NODE_ENV === 'production';
// ok: secret-fallback
export const ENCRYPTION_KEY = process.env.ENCRYPTION_KEY || 'dev';
if (isProduction && ENCRYPTION_KEY === 'dev') throw new Error('ENCRYPTION_KEY must be set');
