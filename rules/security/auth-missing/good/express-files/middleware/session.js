const { verifySession } = require('../sessions');

exports.requireSession = async function requireSession(req, res, next) {
  req.user = await verifySession(req.cookies.sid);
  if (!req.user) return next(new HttpError(401, 'no session'));
  next();
};
