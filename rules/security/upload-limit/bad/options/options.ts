import multer from 'multer';
export const options = { storage: multer.memoryStorage() };
