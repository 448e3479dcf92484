import { createAdapter } from '@socket.io/redis-adapter';
import Redis from 'ioredis';
import mongoose from 'mongoose';
import { Server } from 'socket.io';

// expect: timeout-datastore P2
const sessions = new Redis(process.env.REDIS_URL!);
const publisher = new Redis(process.env.REDIS_URL!);

export const io = new Server(3000, { adapter: createAdapter(publisher, publisher.duplicate()) });
export const sessionOf = (id: string) => sessions.get(id);

// expect: timeout-datastore P2
export const connection = mongoose.createConnection('mongodb://orders.internal/orders');
