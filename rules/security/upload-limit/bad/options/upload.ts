import multer from 'multer';
import { options } from './options.js';
// expect: upload-limit
export const upload = multer(options);
