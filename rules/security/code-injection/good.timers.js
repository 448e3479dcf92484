const express = require('express');

const app = express();
app.use(express.json());

const jobs = { clean: () => console.log('clean'), count: () => console.log('count') };

app.post('/later', (req, res) => {
  const { text } = req.body;
  const job = () => console.log(text);
  setTimeout(job, 10);
  setTimeout(jobs[req.body.job], 10);
  setTimeout(function () { console.log(req.body.code); }, 10);
  setTimeout(res.json.bind(res, req.body), 10);
  setTimeout(later(req.body.code), 10);
  res.end();
});

function later(code) {
  return () => console.log(code);
}

app.get('/sum', (req, res) => {
  expression = '1 + 1';
  res.json(eval(expression));
});
