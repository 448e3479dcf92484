export const config = { databaseUrl: process.env.DATABASE_URL, mailUrl: process.env.MAIL_URL };
