import jwt from 'jsonwebtoken';
import { config as development } from './config.development';
import { config as production } from './config.production';

const config = process.env.NODE_ENV === 'production' ? production : development;

export const sign = (claims: object) => jwt.sign(claims, config.jwtKey!);
