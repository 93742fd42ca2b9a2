// A payment split between a merchant and a platform: two incoming payments, two quotes, one consent for their sum.
import { refusalOf, registeredClient, report, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, receivedBy, settled, spentUnder, tokenFor } from './payment.mjs'

const client = await registeredClient()
const parts = []
for (const [receiver, value] of [[wallets.bob, '9900'], [wallets.lars, '100']]) {
  const incoming = await openIncomingPayment(client, receiver, { value })
  parts.push({ incoming, ...(await quoteFor(client, wallets.alice, incoming.payment.id)) })
}
const [{ wallet }] = parts
const sum = parts.reduce((total, { quote }) => total + BigInt(quote.debitAmount.value), 0n)
const token = await tokenFor(client, wallet, { debitAmount: { ...parts[0].quote.debitAmount, value: sum.toString() } })
for (const { quote } of parts) await settled(client, await createOutgoing(client, wallet, token, { quoteId: quote.id }), token)
const received = []
for (const { incoming } of parts) received.push(await receivedBy(client, incoming))

const third = await quoteFor(client, wallets.alice, (await openIncomingPayment(client, wallets.lars, { value: '1' })).payment.id)
report({
  sum: sum.toString(),
  received,
  spent: (await spentUnder(client, wallet, token)).spentDebitAmount.value,
  third: await refusalOf(() => createOutgoing(client, wallet, token, { quoteId: third.quote.id }))
})
