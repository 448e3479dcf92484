// A middleware leaves the request and `next` to it.
module.exports = function validateRequest(req, next, schema) {
  const { error, value } = schema.validate(req.body, { stripUnknown: true });
  if (error) {
    next(`Validation error: ${error.message}`);
  } else {
    req.body = value;
    next();
  }
};
