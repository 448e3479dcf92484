// A piece of a program, as in documentation: nothing says where req and res come from.
// expect: reflected-input
res.send(req.query.name);

const { params } = req;
// expect: reflected-input
res.send(`<p>${params.title}</p>`);
// ok: reflected-input
res.json(params.title);
