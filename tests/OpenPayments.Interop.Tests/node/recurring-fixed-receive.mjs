// A remittance that brings exactly so much every month: consent comes first, limited by what arrives; then quote and pay.
import { monthsAfter, passUntil, refusalOf, registeredClient, report, thisMonth, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, receivedBy, renewed, settled, spentUnder, tokenFor } from './payment.mjs'

const client = await registeredClient()
const receiveAmount = { value: '30000', assetCode: 'MXN', assetScale: 2 }
const start = await thisMonth()
const wallet = await client.walletAddress.get({ url: wallets.alice })
const found = { received: [], debits: [] }

let token = await tokenFor(client, wallet, { receiveAmount, interval: `R11/${start.toISOString()}/P1M` }, ['create', 'read'])
for (let month = 1; month <= 3; month++) {
  const incoming = await openIncomingPayment(client, wallets.marisol)
  const { quote } = await quoteFor(client, wallets.alice, incoming.payment.id, { receiveAmount })
  await settled(client, await createOutgoing(client, wallet, token, { quoteId: quote.id }), token)
  found.debits.push(quote.debitAmount.value)
  found.received.push(await receivedBy(client, incoming))
  const little = await quoteFor(client, wallets.alice, incoming.payment.id, { receiveAmount: { ...receiveAmount, value: '1' } })
  found.above = await refusalOf(() => createOutgoing(client, wallet, token, { quoteId: little.quote.id }))
  found.spent = (await spentUnder(client, wallet, token)).spentReceiveAmount
  await passUntil(monthsAfter(start, month))
  token = await renewed(client, token)
}
found.spentAnew = (await spentUnder(client, wallet, token)).spentReceiveAmount.value
report(found)
