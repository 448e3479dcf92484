module.exports = async function (context, req) {
  const name = req.query.name;
  // expect: reflected-input
  context.res = { body: `<p>Hello, ${name}</p>`, headers: { 'Content-Type': 'text/html' } };
};
