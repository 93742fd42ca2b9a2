// What the scripts share: a registered client of the official library, the payer's browser, and the clock of the sandbox.
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createAuthenticatedClient, createUnauthenticatedClient } from '@interledger/open-payments'

const [cloudnine, happylife] = process.argv.slice(2)

export const wallets = {
  alice: `${cloudnine}accounts/alice`,
  bob: `${happylife}accounts/bob`,
  lars: `${happylife}accounts/lars`,
  marisol: `${happylife}accounts/marisol`
}

async function postJson(url, body) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

/** Makes a key pair, uploads its public half and returns the library's client, which checks every answer against the documents. */
export async function registeredClient() {
  const keyId = `key-${randomUUID()}`
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' })
  const jwk = { kid: keyId, alg: 'EdDSA', kty: 'OKP', crv: 'Ed25519', x }
  const { walletAddress } = await postJson(`${happylife}sandbox/clients`, { name: `official-${randomUUID().slice(0, 8)}`, jwk })
  return createAuthenticatedClient({ walletAddressUrl: walletAddress, privateKey, keyId, useHttp: true, validateResponses: true })
}

export const anyone = () => createUnauthenticatedClient({ useHttp: true, validateResponses: true })

export const passSeconds = seconds => postJson(`${cloudnine}sandbox/clock`, { advanceSeconds: seconds })

export const now = async () => new Date((await passSeconds(0)).now)

/** Moves the clock to a time that is still to come. */
export const passUntil = async time => passSeconds(Math.ceil((time - (await now())) / 1000))

/** The first moment of the month so many months later. */
export const monthsAfter = (time, months) => new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + months, 1))

/** The first moment of this month: where an interval begins that is under way already. */
export const thisMonth = async () => monthsAfter(await now(), 0)

/** Opens the consent page as a browser does, presses a button of it, and returns where the browser is sent. */
export async function answerConsent(redirect, button) {
  const page = await fetch(redirect)
  const html = await page.text()
  const action = html.match(new RegExp(`action="([^"]*/${button})"`))?.[1]
  if (!action) throw new Error(`no ${button} button on the page (${page.status}): ${html}`)
  const answer = await fetch(new URL(action, redirect), { method: 'POST', redirect: 'manual' })
  return new URL(answer.headers.get('location'))
}

/** RFC 9635 section 4.2.3, in this language's own words. */
export function interactionHash({ clientNonce, finish, reference, grantEndpoint }) {
  return createHash('sha256').update([clientNonce, finish, reference, grantEndpoint].join('\n')).digest('base64')
}

/** Runs and expects a refusal of the server: returns its status, code and description. */
export async function refusalOf(call) {
  try {
    await call()
  } catch (error) {
    if (error.status === undefined || error.validationErrors) throw error
    return { status: error.status, code: error.code, description: error.description, details: error.details }
  }
  throw new Error('the server did not refuse')
}

export function check(truth, what) {
  if (!truth) throw new Error(`not so: ${what}`)
}

/** The last line of a script: what it found, for the test that started it. */
export const report = found => process.stdout.write(`${JSON.stringify(found)}\n`)
