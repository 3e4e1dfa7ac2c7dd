/** A request of the same person for one more action: a transaction, a file or a context of the one before never goes along. */
import { createLocalReq, type PayloadRequest } from 'payload'

export async function ownRequest(req: PayloadRequest): Promise<PayloadRequest> {
  const own = await createLocalReq(req.user ? { user: req.user } : {}, req.payload)
  // In the language of whoever asks.
  own.i18n = req.i18n
  own.t = req.t
  return own
}
