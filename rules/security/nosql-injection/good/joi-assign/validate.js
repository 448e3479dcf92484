const Joi = require('joi');
const pick = require('./pick');
module.exports = (schema) => (req, res, next) => {
  const validSchema = pick(schema, ['params', 'query', 'body']);
  const object = pick(req, Object.keys(validSchema));
  const { value, error } = Joi.compile(validSchema).prefs({ errors: { label: 'key' }, abortEarly: false }).validate(object);
  if (error) {
    return next(new Error(error.details.map((d) => d.message).join(', ')));
  }
  Object.assign(req, value);
  return next();
};
