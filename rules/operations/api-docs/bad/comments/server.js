const express = require('express');
const swaggerJsdoc = require('swagger-jsdoc');
const app = express();

/**
 * @swagger
 * /items:
 *   get:
 *     summary: All items
 *   post:
 *     summary: Adds one
 */
// ok: api-docs
app.get('/items', (req, res) => res.json([]));
// ok: api-docs
app.post('/items', (req, res) => res.json(req.body));
// expect: api-docs
app.put('/items/:id', (req, res) => res.json(req.body));

app.get('/openapi.json', (req, res) => res.json(swaggerJsdoc({ definition: { openapi: '3.0.0' }, apis: [__filename] })));
app.listen(3000);
