import axios from 'axios';
import express from 'express';

abstract class Importer {
  abstract load(source: string): Promise<unknown>;
}

class CatalogueImporter extends Importer {
  async load(source: string) {
    return (await axios.get(`https://catalogue.example.com/items/${encodeURIComponent(source)}`)).data;
  }
}

const importers: Map<string, Importer> = new Map([['catalogue', new CatalogueImporter()]]);
const app = express();
app.get('/import', async (req, res) => {
  res.json(await importers.get(String(req.query.kind))!.load(String(req.query.source)));
});
