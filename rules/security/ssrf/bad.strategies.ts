import axios from 'axios';
import express from 'express';

abstract class Importer {
  abstract load(source: string): Promise<unknown>;
}

class WebImporter extends Importer {
  async load(source: string) {
    // expect: ssrf
    return (await axios.get(source)).data;
  }
}

class TextImporter extends Importer {
  async load(source: string) {
    return source;
  }
}

class Importers {
  private readonly importers: Map<string, Importer> = new Map();

  constructor() {
    this.importers.set('web', new WebImporter());
    this.importers.set('text', new TextImporter());
  }

  load(kind: string, source: string) {
    return this.importers.get(kind)!.load(source);
  }
}

const importers = new Importers();
const app = express();
app.get('/import', async (req, res) => {
  res.json(await importers.load(String(req.query.kind), String(req.query.source)));
});
