// A remittance of exactly so much every month: no quote, the payment names the incoming payment and the debit amount.
import { monthsAfter, passUntil, refusalOf, registeredClient, report, thisMonth, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, receivedBy, renewed, settled, tokenFor } from './payment.mjs'

const client = await registeredClient()
const debitAmount = { value: '4000', assetCode: 'USD', assetScale: 2 }
const start = await thisMonth()
const wallet = await client.walletAddress.get({ url: wallets.alice })
const found = { received: [] }

let incoming = await openIncomingPayment(client, wallets.marisol)
let token = await tokenFor(client, wallet, { debitAmount, interval: `R/${start.toISOString()}/P1M` }, ['create', 'read'])
for (let month = 1; month <= 3; month++) {
  const created = await createOutgoing(client, wallet, token, { incomingPayment: incoming.payment.id, debitAmount })
  await settled(client, created, token)
  found.received.push(await receivedBy(client, incoming))
  found.again = await refusalOf(() => createOutgoing(client, wallet, token, { incomingPayment: incoming.payment.id, debitAmount }))
  await passUntil(monthsAfter(start, month))
  token = await renewed(client, token)
  incoming = await openIncomingPayment(client, wallets.marisol)
}
report(found)
