// Judges recorded requests with the verifier of the reference implementation, which looks at the body re-stringified.
import { validateSignature, validateSignatureHeaders } from '@interledger/http-signature-utils'

let text = ''
for await (const chunk of process.stdin) text += chunk
const { key, requests } = JSON.parse(text)
const verdicts = []
for (const { method, url, headers, body } of requests) {
  const request = { method, url, headers, ...(body !== null && { body: JSON.stringify(JSON.parse(body)) }) }
  verdicts.push({
    request: `${method} ${new URL(url).pathname.replace(/[0-9a-f-]{36}/g, '*')}`,
    headers: Boolean(validateSignatureHeaders(request)),
    signature: await validateSignature(key, request)
  })
}
process.stdout.write(`${JSON.stringify(verdicts)}\n`)
