// Checked by the application that uses this package.
export const url = `${process.env.DATABASE_URL}?pool=5`;
