const sessions = new Map();
exports.findSession = (token) => sessions.get(token);
