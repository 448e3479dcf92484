import mongoose from 'mongoose';

// expect: query-monitoring P2
await mongoose.connect(process.env.MONGO_URL!);
