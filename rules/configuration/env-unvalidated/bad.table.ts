import { createHmac } from 'node:crypto';
import { connect } from './connect.js';

// Services of which a deployment uses some: listed, and of low confidence.
export const options = {
  providers: {
    // expect: env-unvalidated
    drive: { key: process.env.GOOGLE_KEY!.trim(), secret: read('GOOGLE_SECRET') },
    // expect: env-unvalidated
    dropbox: { key: process.env.DROPBOX_KEY!.trim(), secret: read('DROPBOX_SECRET') },
    // expect: env-unvalidated
    box: { key: process.env.BOX_KEY!.trim(), secret: read('BOX_SECRET') },
    // expect: env-unvalidated
    zoom: { key: process.env.ZOOM_KEY!.trim(), secret: read('ZOOM_SECRET') },
  },
  // Parts that every deployment has.
  // expect: env-unvalidated P1
  database: connect({ url: new URL(process.env.DATABASE_URL!) }),
  // expect: env-unvalidated P1
  mail: connect({ url: new URL(process.env.MAIL_URL!) }),
  // expect: env-unvalidated P1
  queue: connect({ url: new URL(process.env.QUEUE_URL!) }),
  // expect: env-unvalidated P1
  sign: (text: string) => createHmac('sha256', process.env.SIGNING_SECRET!).update(text).digest('hex'),
};

function read(name: string) {
  return name.length;
}
