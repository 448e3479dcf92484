import express, { type Request, type Response } from 'express';
import { countInvoices, deleteInvoice, loadInvoice, removeInvoice } from './service';
import { checkAuthorization, hasPermission, organizationOfInvoice, requireInvoiceAccess } from './access';

const router = express.Router();

router.delete('/invoices/:id', async (req: Request, res: Response) => {
  await checkAuthorization({ userId: req.user.id, organizationId: await organizationOfInvoice(req.params.id), roles: ['owner'] });
  await deleteInvoice(req.params.id);
  res.sendStatus(204);
});

router.get('/invoices/:id', async (req: Request, res: Response) => {
  const invoice = await loadInvoice(req.params.id);
  if (!hasPermission(req.user, invoice?.organizationId, 'read')) return res.sendStatus(403);
  return res.json(invoice);
});

router.post('/invoices/:id/remove', requireInvoiceAccess, async (req: Request, res: Response) => {
  await removeInvoice(req.params.id);
  res.sendStatus(204);
});

setInterval(() => countInvoices(), 60_000);

export default router;
