// A remittance that brings exactly so much: the incoming payment is open, the quote names the receive amount, and so does the limit.
import { registeredClient, report, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, receivedBy, settled, tokenFor } from './payment.mjs'

const client = await registeredClient()
const receiveAmount = { value: '25000', assetCode: 'MXN', assetScale: 2 }
const incoming = await openIncomingPayment(client, wallets.marisol)
const { wallet, quote } = await quoteFor(client, wallets.alice, incoming.payment.id, { receiveAmount })
const token = await tokenFor(client, wallet, { receiveAmount: quote.receiveAmount })
const outgoing = await settled(client, await createOutgoing(client, wallet, token, { quoteId: quote.id }), token)
report({ debit: outgoing.debitAmount.value, quoted: quote.debitAmount.value, received: await receivedBy(client, incoming) })
