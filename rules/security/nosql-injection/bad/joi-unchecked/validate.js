const Joi = require('joi');

// The outcome is written down, and the request goes on whatever it is.
module.exports = (schema) => (req, res, next) => {
  const { value, error } = Joi.compile(schema).validate(req.query);
  if (error) console.warn('invalid query');
  res.locals.query = value;
  return next();
};
