exports.errors = process.env.NODE_ENV === 'production';
