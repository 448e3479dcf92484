const app = require('express')();
app.get('/orders', (req, res) => {
  if (process.env.DEBUG) console.log('orders');
  if (process.env.NODE_ENV !== 'production') console.log('orders');
  res.json([]);
});
app.listen(3000);
