function required(name) {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

exports.database = { url: required('DATABASE_URL') };
