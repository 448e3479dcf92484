import cors from 'cors';
import express from 'express';

// Nobody signs in here; the shop beside it is another application.
const app = express();
app.use(cors());
app.get('/goods', (_request, response) => { response.json([]); });
app.listen(3001);
