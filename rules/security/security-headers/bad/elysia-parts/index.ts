import { Elysia } from 'elysia';

// expect: security-headers P1
const app = new Elysia().get('/', () => 'here');
app.listen(3000);
