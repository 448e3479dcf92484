exports.mail = process.env.NODE_ENV === 'production';
