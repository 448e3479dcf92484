// Nobody signs in here: any page may read the weather.
import cors from 'cors';
import express from 'express';

const app = express();
app.use(cors());
app.get('/weather', (request, response) => {
  response.json({ celsius: 21 });
});
