const { Message } = require('./models');

/**
 * All messages of the board.
 * Public endpoint, no authentication required.
 */
exports.listMessages = async (req, res) => {
  res.json(await Message.find());
};
