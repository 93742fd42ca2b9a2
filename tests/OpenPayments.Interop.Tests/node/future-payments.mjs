// A grant for payments that nobody knows yet: consent without a receiver, then payments as they come, with the spent amounts watched.
import { registeredClient, refusalOf, report, thisMonth, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, settled, spentUnder, tokenFor } from './payment.mjs'

const client = await registeredClient()
const limit = 3000n
const start = await thisMonth()
const wallet = await client.walletAddress.get({ url: wallets.alice })
const token = await tokenFor(client, wallet, { debitAmount: { value: limit.toString(), assetCode: 'USD', assetScale: 2 }, interval: `R12/${start.toISOString()}/P1M` }, ['create', 'read'])
const found = { before: await spentUnder(client, wallet, token), debits: [], spent: [] }

for (const [receiver, value] of [[wallets.bob, '500'], [wallets.bob, '1200'], [wallets.bob, '2000']]) {
  const incoming = await openIncomingPayment(client, receiver, { value })
  const { quote } = await quoteFor(client, wallets.alice, incoming.payment.id)
  const spent = await spentUnder(client, wallet, token)
  const left = limit - BigInt(spent.spentDebitAmount?.value ?? '0')
  const pay = () => createOutgoing(client, wallet, token, { quoteId: quote.id })
  if (BigInt(quote.debitAmount.value) > left) {
    found.tooMuch = await refusalOf(pay)
    continue
  }
  await settled(client, await pay(), token)
  found.debits.push(quote.debitAmount.value)
  found.spent.push(await spentUnder(client, wallet, token))
}
report(found)
