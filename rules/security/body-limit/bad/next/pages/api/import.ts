export const config = {
  api: {
    // expect: body-limit
    bodyParser: { sizeLimit: '50mb' },
  },
};

export default function handler(req, res) {
  res.json({ rows: req.body.rows.length });
}
