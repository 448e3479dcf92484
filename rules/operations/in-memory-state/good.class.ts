import express from 'express';

class Report {
  private readonly rows: string[] = [];

  add(row: string) {
    this.rows.push(row);
  }
}

const app = express();
app.post('/reports', (req, res) => {
  const report = new Report();
  report.add(req.body.row);
  res.json(report);
});
