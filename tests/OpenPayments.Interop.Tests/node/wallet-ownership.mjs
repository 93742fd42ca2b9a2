// Is this wallet address yours? The owner is asked, and the answer holds the subject and no token.
import { answerConsent, passSeconds, refusalOf, registeredClient, report, wallets } from './sandbox.mjs'
import { askIdentity, obtainConsent } from './payment.mjs'

const client = await registeredClient()
const wallet = await client.walletAddress.get({ url: wallets.alice })
const proof = await obtainConsent(client, wallet, await askIdentity(client, wallet))

const refused = await askIdentity(client, wallet)
const back = await answerConsent(refused.interact.redirect, 'deny')
await passSeconds(refused.continue.wait)
report({
  members: Object.keys(proof).sort(),
  subject: proof.subject,
  denied: back.searchParams.get('result'),
  refusal: await refusalOf(() => client.grant.continue({ url: refused.continue.uri, accessToken: refused.continue.access_token.value }, {}))
})
