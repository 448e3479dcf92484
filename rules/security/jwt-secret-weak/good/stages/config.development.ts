export const config = { database: { username: 'postgres', password: 'postgres' }, jwtKey: 'development-key' };
