import { generateKeyPairSync } from 'node:crypto'
import { importJWK, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { RealtimeClaims } from '#contracts/realtime-token.ts'
import { createSessionSigner } from './sign-session.ts'

const pair = generateKeyPairSync('ed25519')
const { x = '', d = '' } = pair.privateKey.export({ format: 'jwk' })
const signer = createSessionSigner({ kty: 'OKP', crv: 'Ed25519', x, d, kid: 'key-1' })

const at = (resellerId: string) => ({ resellerId, host: `${resellerId}.example` })

it('signs what a node verifies: whose, where, and for ten minutes', async () => {
  const nowMs = Date.now()
  const { token, expiresAtMs } = await signer.sign(at('aurora'), 'customer-of-aurora', nowMs)
  const key = await importJWK({ ...pair.publicKey.export({ format: 'jwk' }), kid: 'key-1' }, 'EdDSA')
  const { payload, protectedHeader } = await jwtVerify(token, key, { audience: 'realtime', algorithms: ['EdDSA'] })
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'key-1' })
  const claims = RealtimeClaims.parse(payload)
  expect(claims).toMatchObject({ reseller: 'aurora', host: 'aurora.example', sub: 'customer-of-aurora', roles: [] })
  expect(claims.exp * 1000).toBe(expiresAtMs)
  expect(expiresAtMs - nowMs).toBeLessThanOrEqual(600_000)
})

it('gives all tabs of a browser one session, which does not tell who it is', async () => {
  const sid = async (reseller: string) => {
    const { token } = await signer.sign(at(reseller), 'customer-of-aurora', Date.now())
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid as string
  }
  expect(await sid('aurora')).toBe(await sid('aurora'))
  expect(await sid('aurora')).not.toBe(await sid('luna'))
  expect(await sid('aurora')).not.toContain('customer')
})
