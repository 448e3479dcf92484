import { createExpressServer } from 'routing-controllers';
import { OrderController } from './orders.js';

const app = createExpressServer({ controllers: [OrderController] });
// expect: graceful-shutdown P1
app.listen(3000);
