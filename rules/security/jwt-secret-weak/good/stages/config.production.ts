export const config = { database: { username: process.env.DB_USER, password: process.env.DB_PASSWORD }, jwtKey: process.env.JWT_KEY };
