exports.app = process.env.NODE_ENV === 'production';
