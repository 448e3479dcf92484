const http = require('http');
const Busboy = require('busboy');

// Nobody listens to files, and so the library passes them over.
http.createServer((req, res) => {
  const form = new Busboy({ headers: req.headers });
  const fields = {};
  form.on('field', (name, value) => { fields[name] = value; });
  form.on('finish', () => res.end(JSON.stringify(Object.keys(fields))));
  req.pipe(form);
}).listen(3000);
