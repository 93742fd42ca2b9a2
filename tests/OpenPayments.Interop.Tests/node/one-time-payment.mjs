// The whole one-time payment with the official client, responses validated, hash checked.
import { registeredClient, report } from './sandbox.mjs'
import { payOnce } from './payment.mjs'

const metadata = { 7: 'seven', description: 'Bücher für 10 $ <&+\'/> 📚', 1: { '-0': [1, 2.5, 1e21, null, true] } }
const { quoted, outgoing, received, created } = await payOnce(await registeredClient(), { value: '1000', metadata })
report({
  debit: quoted.quote.debitAmount.value,
  receive: quoted.quote.receiveAmount.value,
  sent: outgoing.sentAmount.value,
  failed: outgoing.failed,
  received: received.receivedAmount.value,
  completed: received.completed,
  sentAtFirst: created.sentAmount.value,
  sameMetadata: JSON.stringify(received.metadata) === JSON.stringify(metadata) && JSON.stringify(outgoing.metadata) === JSON.stringify(metadata)
})
