import mongoose from 'mongoose';

const session = new mongoose.Schema({ userId: String, createdAt: Date });
session.index({ createdAt: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });

export const Session = mongoose.model('Session', session);
export const start = (userId: string) => Session.create({ userId, createdAt: new Date() });
