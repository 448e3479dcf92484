// A check that is told to look at something else, or that is given another value.
const express = require('express');
const fs = require('fs');

const app = express();
const FOLDERS = /^(images|files)(\/[\w-]+)*$/;
const TITLES = /[#?~]/;

const isPathValid = ({ path, isFile = false }) => {
  if (isFile) {
    const title = path.replace(/\.[a-z]{3,4}$/, '');
    return !TITLES.test(title);
  }
  return FOLDERS.test(path);
};

app.get('/files', (req, res) => {
  const file = req.query.file;
  if (!isPathValid({ path: file, isFile: true })) return res.sendStatus(400);
  // expect: path-traversal
  res.json(fs.readFileSync(`/srv/${file}`, 'utf8'));
});

app.get('/others', (req, res) => {
  const { folder, other } = req.query;
  if (!isPathValid({ path: folder })) return res.sendStatus(400);
  // expect: path-traversal
  res.json(fs.readdirSync(`/srv/${other}`));
});

app.get('/told', (req, res) => {
  const { folder, kind } = req.query;
  if (!isPathValid({ path: folder, isFile: kind === 'file' })) return res.sendStatus(400);
  // expect: path-traversal
  res.json(fs.readdirSync(`/srv/${folder}`));
});
