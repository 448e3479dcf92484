exports.up = (pgm) => {
  pgm.dropColumn('users', 'nickname');
};
exports.down = false;
