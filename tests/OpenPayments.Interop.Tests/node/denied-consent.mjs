// The payer says no: the client learns it from the redirect and cannot continue.
import { answerConsent, passSeconds, refusalOf, registeredClient, report, wallets } from './sandbox.mjs'
import { askConsent } from './payment.mjs'

const client = await registeredClient()
const wallet = await client.walletAddress.get({ url: wallets.alice })
const pending = await askConsent(client, wallet, { debitAmount: { value: '500', assetCode: 'USD', assetScale: 2 } })
const back = await answerConsent(pending.interact.redirect, 'deny')
await passSeconds(pending.continue.wait)
const continuation = { url: pending.continue.uri, accessToken: pending.continue.access_token.value }
report({
  result: back.searchParams.get('result'),
  hash: back.searchParams.get('hash'),
  reference: back.searchParams.get('interact_ref'),
  refusal: await refusalOf(() => client.grant.continue(continuation, {}))
})
