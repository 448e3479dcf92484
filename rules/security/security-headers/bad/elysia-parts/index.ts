import { app } from './server';

app.listen(3000, () => console.log(`on ${app.server?.url.origin}`));
