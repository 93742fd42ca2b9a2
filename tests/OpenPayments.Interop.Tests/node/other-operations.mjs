// Every operation that the one-time payment leaves out.
import { anyone, check, passSeconds, refusalOf, registeredClient, report, wallets } from './sandbox.mjs'
import { askConsent, openIncomingPayment, payOnce } from './payment.mjs'

const client = await registeredClient()
const paid = await payOnce(client, { value: '1000' })
const { wallet } = paid.quoted
const paying = { url: wallet.resourceServer, accessToken: paid.consent.access_token.value }
const found = {}

const keys = await client.walletAddress.getKeys({ url: wallets.alice })
found.keysOfAPerson = keys.keys.length
found.did = await refusalOf(() => client.walletAddress.getDIDDocument({ url: wallets.alice }))

const open = await openIncomingPayment(client, wallets.bob, {})
const receiving = { url: open.wallet.resourceServer, accessToken: open.grant.access_token.value, walletAddress: wallets.bob }
const newest = await client.incomingPayment.list(receiving, { first: 1 })
const before = await client.incomingPayment.list(receiving, { first: 1, cursor: newest.pagination.endCursor })
found.pages = [newest, before].map(page => page.result.map(p => p.id)).flat().map(id => id === open.payment.id ? 'open' : id === paid.incoming.payment.id ? 'paid' : id)
found.more = [newest.pagination.hasNextPage, before.pagination.hasNextPage, before.pagination.hasPreviousPage]
const publicView = await (await anyone()).incomingPayment.get({ url: open.payment.id })
found.publicMembers = Object.keys(publicView).sort()
check(publicView.authServer === open.wallet.authServer, 'the public view names the authorization server')
found.completed = (await client.incomingPayment.complete({ url: open.payment.id, accessToken: receiving.accessToken })).completed

found.quoteAgain = (await client.quote.get({ url: paid.quoted.quote.id, accessToken: paid.quoted.grant.access_token.value })).debitAmount.value === paid.quoted.quote.debitAmount.value
const made = await client.outgoingPayment.list({ ...paying, walletAddress: wallets.alice })
found.listedQuoteId = made.result[0].quoteId === paid.quoted.quote.id
const spent = await client.outgoingPayment.getGrantSpentAmounts(paying)
found.spent = [spent.spentDebitAmount.value === paid.quoted.quote.debitAmount.value, spent.spentReceiveAmount.value]
found.secondPayment = await refusalOf(() => client.outgoingPayment.create(paying, { walletAddress: wallet.id, quoteId: paid.quoted.quote.id }))

const manage = { url: paid.consent.access_token.manage, accessToken: paying.accessToken }
const rotated = (await client.token.rotate(manage)).access_token
found.rotatedAnew = [rotated.value !== paying.accessToken, rotated.manage !== manage.url]
found.oldToken = await refusalOf(() => client.outgoingPayment.get({ url: paid.created.id, accessToken: paying.accessToken }))
found.oldManage = (await refusalOf(() => client.token.rotate(manage))).code
await client.token.revoke({ url: rotated.manage, accessToken: rotated.value })
found.revoked = await refusalOf(() => client.outgoingPayment.get({ url: paid.created.id, accessToken: rotated.value }))

const pending = await askConsent(client, wallet, { debitAmount: paid.quoted.quote.debitAmount })
const continuation = { url: pending.continue.uri, accessToken: pending.continue.access_token.value }
found.hasty = (await refusalOf(() => client.grant.continue(continuation, { interact_ref: 'never given' }))).status
await client.grant.cancel(continuation)
await passSeconds(5)
found.cancelled = (await refusalOf(() => client.grant.continue(continuation, {}))).status
report(found)
