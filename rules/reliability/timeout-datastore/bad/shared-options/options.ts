export const database = { host: 'db', database: 'desk', max: 20 };
