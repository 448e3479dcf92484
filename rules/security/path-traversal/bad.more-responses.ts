import http2 from 'node:http2';
import { Storage } from '@google-cloud/storage';
import type { HttpContext } from '@adonisjs/core/http';
import app from '@adonisjs/core/services/app';
import express from 'express';

const server = http2.createSecureServer({});
server.on('stream', (stream, headers) => {
  // expect: path-traversal
  stream.respondWithFile('public' + headers[':path']);
});

export class Files {
  show({ request, response }: HttpContext) {
    // expect: path-traversal
    return response.download(app.makePath('uploads', request.param('name')));
  }
}

const storage = new Storage();
express().get('/fetch', async (req, res) => {
  // expect: path-traversal
  await storage.bucket('exports').file('all.csv').download({ destination: `/tmp/${req.query.name}` });
  res.end();
});
