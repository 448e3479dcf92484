import fs from 'node:fs';
import path from 'node:path';
import express from 'express';

const router = express.Router();

// Only a file of that name can be read elsewhere: listed with low confidence.
router.get('/specs/:area', (req, res) => {
  const file = path.join(process.cwd(), 'specs', req.params.area, 'openapi.yaml');
  // expect: path-traversal P1
  res.send(fs.readFileSync(file));
});

router.use('/icons/:key', (req, res, next) => {
  const own = path.resolve(`icons/${req.params.key}/icon.svg`);
  const other = path.resolve(`more/${req.params.key}/icon.svg`);
  // expect: path-traversal P1
  return express.static(fs.existsSync(own) ? own : other)(req, res, next);
});

// Written elsewhere, it does harm.
router.put('/specs/:area', (req, res) => {
  // expect: path-traversal P0
  fs.writeFileSync(path.join('specs', req.params.area, 'openapi.yaml'), req.body);
  res.end();
});

// An ending is no name.
router.get('/pages/:name', (req, res) => {
  // expect: path-traversal P0
  res.send(fs.readFileSync(`pages/${req.params.name}.json`));
});

// The name may be stepped over.
router.get('/files/:name', (req, res) => {
  // expect: path-traversal P0
  res.send(fs.readFileSync(path.join('files', 'public', req.params.name)));
});

export default router;
