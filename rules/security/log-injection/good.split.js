const express = require('express');
const app = express();
app.use(express.json());

app.post('/joined', (req, res) => {
  const topic = req.body.topic.split('\n').join(' ').split('\r').join(' ');
  console.log('Topic ' + topic);
  res.end();
});

app.post('/pattern', (req, res) => {
  console.log('Topic ' + req.body.topic.split(/[\r\n]/).join(' '));
  res.end();
});

app.post('/id', (req, res) => {
  console.log(`Download ${req.body.download_uid} is paused`);
  res.end();
});
