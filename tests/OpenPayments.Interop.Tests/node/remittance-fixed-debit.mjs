// A remittance that costs exactly so much: the incoming payment is open, the quote names the debit amount.
import { registeredClient, report, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, receivedBy, settled, tokenFor } from './payment.mjs'

const client = await registeredClient()
const debitAmount = { value: '5000', assetCode: 'USD', assetScale: 2 }
const incoming = await openIncomingPayment(client, wallets.marisol)
const { wallet, quote } = await quoteFor(client, wallets.alice, incoming.payment.id, { debitAmount })
const token = await tokenFor(client, wallet, { debitAmount: quote.debitAmount })
const outgoing = await settled(client, await createOutgoing(client, wallet, token, { quoteId: quote.id }), token)
const received = await receivedBy(client, incoming)
const closed = await client.incomingPayment.complete({ url: incoming.payment.id, accessToken: incoming.grant.access_token.value })
report({ debit: outgoing.debitAmount.value, quoted: quote.receiveAmount.value, received, completed: closed.completed })
