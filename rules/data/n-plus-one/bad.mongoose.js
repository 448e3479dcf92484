const express = require('express');
const mongoose = require('mongoose');

const Post = mongoose.model('Post', new mongoose.Schema({ author: String }));
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const app = express();

app.get('/posts', async (req, res) => {
  const posts = await Post.find().sort({ at: -1 }).limit(20).lean();
  for (const post of posts) {
    // expect: n-plus-one
    post.user = await User.findById(post.author);
  }
  res.json(posts);
});
