// Run by hand: what it opens, it closes.
import mongoose from 'mongoose';

async function addTypes() {
  await mongoose.connect('mongodb://localhost:27017/cms');
  await mongoose.connection.collection('posts').updateMany({ type: { $exists: false } }, { $set: { type: 'post' } });
  await mongoose.disconnect();
}

addTypes();
