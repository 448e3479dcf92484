var multer = require('multer');
var fileUpload = require('express-fileupload');
var Busboy = require('busboy');
var formidable = require('formidable');
// expect: upload-limit P1
var upload = multer({ dest: 'uploads/' });
// expect: upload-limit
var memory = multer({ storage: multer.memoryStorage(), limits: { files: 3 } });
// expect: upload-limit
var plain = multer();
// expect: upload-limit
app.use(fileUpload());
app.post('/files', plain.single('file'), function (req, res) {
  // expect: upload-limit
  var parser = Busboy({ headers: req.headers });
  // expect: upload-limit
  var old = new Busboy({ headers: req.headers });
  // expect: upload-limit
  var form = formidable({ maxFileSize: Infinity });
  parser.on('file', save);
  old.on('file', save);
  req.pipe(parser);
});
