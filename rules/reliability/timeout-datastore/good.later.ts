import mongoose from 'mongoose';

export const connection = mongoose.createConnection();

export const open = () => connection.openUri(process.env.MONGO_URL!, { serverSelectionTimeoutMS: 5_000, socketTimeoutMS: 10_000 });
