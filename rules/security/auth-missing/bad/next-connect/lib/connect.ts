import { createRouter } from 'next-connect';
export const useAuth = (req, res, next) => {
  if (!req.session.user) return res.status(401).end();
  return next();
};
export const api = () => createRouter().use((req, res, next) => next());
