// A file to be copied and filled in.
export const dataSource = { host: 'db.internal', username: 'app', password: 'prod-Kj83hd7Q' };
