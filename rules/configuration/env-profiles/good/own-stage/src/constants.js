exports.IS_PRODUCTION = (process.env.NOTES_NODE_ENV || 'production') === 'production';
