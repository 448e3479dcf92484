import express from 'express';
const app = express();
// Neither a logger nor a function that looks for faults, though the names begin like them.
class Catalog {
  find(id: string) {
    // expect: console-logging
    console.log('looking for', id);
    return { id };
  }
}
const catalog = new Catalog();
app.get('/:id', (req, res) => {
  res.json(catalog.find(req.params.id));
});
app.listen(3000);
