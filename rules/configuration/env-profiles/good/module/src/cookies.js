exports.cookies = process.env.NODE_ENV === 'production';
