// expect: env-unvalidated P2
export const redirect = () => fetch(`${process.env.HOST_WEBHOOK_URL}/oauth/p5`);
