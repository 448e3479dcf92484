import jwt from 'jsonwebtoken';
import { setting } from './stored';

const issuer = setting({ name: 'JWT_ISSUER', initial: 'desk' });
const secret = setting({ name: 'JWT_SECRET' });

export const sign = (id: string) => jwt.sign({ sub: id }, secret, { issuer });
