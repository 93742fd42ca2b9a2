// A subscription: consent once, then in every period an incoming payment, a quote and a payment. R2 opens three windows.
import { monthsAfter, passUntil, refusalOf, registeredClient, report, thisMonth, wallets } from './sandbox.mjs'
import { createOutgoing, openIncomingPayment, quoteFor, receivedBy, renewed, settled, spentUnder, tokenFor } from './payment.mjs'

const client = await registeredClient()
const start = await thisMonth()
const found = { received: [], spent: [] }

async function quoteOfThePeriod() {
  const incoming = await openIncomingPayment(client, wallets.bob, { value: '1500' })
  return { incoming, ...(await quoteFor(client, wallets.alice, incoming.payment.id)) }
}

let period = await quoteOfThePeriod()
const { wallet } = period
const limits = { debitAmount: period.quote.debitAmount, interval: `R2/${start.toISOString()}/P1M` }
let token = await tokenFor(client, wallet, limits, ['create', 'read'])
for (let month = 1; month <= 3; month++) {
  const created = await createOutgoing(client, wallet, token, { quoteId: period.quote.id })
  await settled(client, created, token)
  found.received.push(await receivedBy(client, period.incoming))
  found.spent.push([created.grantSpentDebitAmount.value, (await spentUnder(client, wallet, token)).spentDebitAmount.value])
  const again = await quoteOfThePeriod()
  found.again = await refusalOf(() => createOutgoing(client, wallet, token, { quoteId: again.quote.id }))
  await passUntil(monthsAfter(start, month))
  found.expired = await refusalOf(() => spentUnder(client, wallet, token))
  token = await renewed(client, token)
  period = await quoteOfThePeriod()
}
found.after = await refusalOf(() => createOutgoing(client, wallet, token, { quoteId: period.quote.id }))
report({ debit: limits.debitAmount.value, ...found })
