// It hands the request on whatever it finds.
module.exports = function validateRequest(req, next, schema) {
  const { error } = schema.validate(req.body);
  if (error) req.invalid = error;
  next();
};
