module.exports = function deadline(req, res, next) {
  res.setTimeout(30000, () => res.status(503).end());
  next();
};
