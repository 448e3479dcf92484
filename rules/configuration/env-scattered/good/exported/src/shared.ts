// A module that offers variables and nothing else is a configuration module, whatever it is called.
export const MAIL_FROM = process.env.MAIL_FROM ?? 'Acme';
export const QUEUE = process.env.QUEUE_NAME ?? 'jobs';
export const isCloud = () => process.env.CLOUD === 'true';
export const limits = { uploads: Number(process.env.UPLOADS_PER_DAY), seats: Number(process.env.SEATS) };
export const PAGE = 50;
