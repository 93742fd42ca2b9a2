// The steps that several scripts go through, written with the official library only.
import { answerConsent, check, interactionHash, passSeconds, wallets } from './sandbox.mjs'

export const incomingAccess = { access: [{ type: 'incoming-payment', actions: ['create', 'read', 'complete', 'list'] }] }
export const quoteAccess = { access: [{ type: 'quote', actions: ['create', 'read'] }] }
export const finishUri = 'http://127.0.0.1:9/finish?order=4%202&note=a+b'
export const clientNonce = 'a-nonce-of-the-client'

export async function openIncomingPayment(client, receiver, { value, metadata } = {}) {
  const wallet = await client.walletAddress.get({ url: receiver })
  const grant = await client.grant.request({ url: wallet.authServer }, { access_token: incomingAccess })
  const payment = await client.incomingPayment.create(
    { url: wallet.resourceServer, accessToken: grant.access_token.value },
    {
      walletAddress: wallet.id,
      metadata,
      ...(value && { incomingAmount: { value, assetCode: wallet.assetCode, assetScale: wallet.assetScale } })
    }
  )
  return { wallet, grant, payment }
}

export async function quoteFor(client, sender, receiver, amounts = {}) {
  const wallet = await client.walletAddress.get({ url: sender })
  const grant = await client.grant.request({ url: wallet.authServer }, { access_token: quoteAccess })
  const quote = await client.quote.create(
    { url: wallet.resourceServer, accessToken: grant.access_token.value },
    { walletAddress: wallet.id, receiver, method: 'ilp', ...amounts }
  )
  return { wallet, grant, quote }
}

const interact = { start: ['redirect'], finish: { method: 'redirect', uri: finishUri, nonce: clientNonce } }

export const askConsent = (client, wallet, limits, actions = ['create', 'read', 'list']) =>
  client.grant.request(
    { url: wallet.authServer },
    { access_token: { access: [{ type: 'outgoing-payment', actions, identifier: wallet.id, limits }] }, interact }
  )

export const askIdentity = (client, wallet) =>
  client.grant.request({ url: wallet.authServer }, { subject: { sub_ids: [{ id: wallet.id, format: 'uri' }] }, interact })

/** Approves in the payer's name, checks the hash, waits as told and continues: the grant with its token. */
export async function obtainConsent(client, wallet, pending) {
  const back = await answerConsent(pending.interact.redirect, 'approve')
  check(back.href.startsWith(`${finishUri}&`), `the finish URI keeps its own query: ${back.href}`)
  const reference = back.searchParams.get('interact_ref')
  const expected = interactionHash({ clientNonce, finish: pending.interact.finish, reference, grantEndpoint: wallet.authServer })
  check(back.searchParams.get('hash') === expected, 'the hash is the one that was computed here')
  await passSeconds(pending.continue.wait)
  return client.grant.continue({ url: pending.continue.uri, accessToken: pending.continue.access_token.value }, { interact_ref: reference })
}

export const tokenFor = async (client, wallet, limits, actions) =>
  (await obtainConsent(client, wallet, await askConsent(client, wallet, limits, actions))).access_token

/** An expired token is rotated: a new value at a new address. */
export const renewed = async (client, token) => (await client.token.rotate({ url: token.manage, accessToken: token.value })).access_token

export const createOutgoing = (client, wallet, token, order) =>
  client.outgoingPayment.create({ url: wallet.resourceServer, accessToken: token.value }, { walletAddress: wallet.id, ...order })

/** Looks until the money has left or the payment has failed. */
export async function settled(client, created, token) {
  let outgoing = created
  for (let looks = 0; looks < 50 && outgoing.sentAmount.value === '0' && !outgoing.failed; looks++) {
    await passSeconds(1)
    outgoing = await client.outgoingPayment.get({ url: created.id, accessToken: token.value })
  }
  check(!outgoing.failed && outgoing.sentAmount.value !== '0', `the payment was sent: ${JSON.stringify(outgoing)}`)
  return outgoing
}

export const receivedBy = async (client, { payment, grant }) =>
  (await client.incomingPayment.get({ url: payment.id, accessToken: grant.access_token.value })).receivedAmount.value

export const spentUnder = (client, wallet, token) => client.outgoingPayment.getGrantSpentAmounts({ url: wallet.resourceServer, accessToken: token.value })

/** The whole one-time payment from alice to bob, until the money is there. */
export async function payOnce(client, { value, metadata }) {
  const incoming = await openIncomingPayment(client, wallets.bob, { value, metadata })
  const quoted = await quoteFor(client, wallets.alice, incoming.payment.id)
  const pending = await askConsent(client, quoted.wallet, { debitAmount: quoted.quote.debitAmount })
  const consent = await obtainConsent(client, quoted.wallet, pending)
  const created = await createOutgoing(client, quoted.wallet, consent.access_token, { quoteId: quoted.quote.id, metadata })
  const outgoing = await settled(client, created, consent.access_token)
  const received = await client.incomingPayment.get({ url: incoming.payment.id, accessToken: incoming.grant.access_token.value })
  return { incoming, quoted, pending, consent, created, outgoing, received }
}
