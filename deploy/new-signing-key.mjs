import { generateKeyPairSync } from 'node:crypto'
import { parseArgs } from 'node:util'

/*
 * `node deploy/new-signing-key.mjs` prints the two variables of a new key for realtime tokens. Rotating: give it the keys that
 * are verified now, and they stay: `node deploy/new-signing-key.mjs --verified "$REALTIME_VERIFICATION_KEYS"`.
 */
const { values } = parseArgs({ options: { verified: { type: 'string' } } })
const known = values.verified === undefined ? [] : JSON.parse(values.verified).keys
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
// The time tells a person which key is the older one.
const common = { kid: new Date().toISOString().replace(/\D/g, ''), alg: 'EdDSA', use: 'sig' }
console.log(`REALTIME_SIGNING_KEY=${JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...common })}`)
const keys = [...known, { ...publicKey.export({ format: 'jwk' }), ...common }]
console.log(`REALTIME_VERIFICATION_KEYS=${JSON.stringify({ keys })}`)
