import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** Whom a cookie is for. */
export interface Person {
  readonly reseller: string
  readonly customerRef: string
  /** Where alone it counts; everywhere unless said. */
  readonly host?: string
  readonly sid?: string
  readonly roles?: readonly string[]
  /** Seconds until the rights end; negative for rights that have ended. */
  readonly lifeS?: number
}

/** Signs realtime cookies, as the storefront would. */
export class Signer {
  /** The public keys, as nodes are given them. */
  readonly verificationKeys: string
  readonly #privateKey: CryptoKey

  private constructor(verificationKeys: string, privateKey: CryptoKey) {
    this.verificationKeys = verificationKeys
    this.#privateKey = privateKey
  }

  static async create(): Promise<Signer> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }
    return new Signer(JSON.stringify({ keys: [jwk] }), privateKey)
  }

  async cookie(person: Person): Promise<string> {
    return `rt=${await this.token(claimsOf(person))}`
  }

  /** Signs whatever claims it is given. */
  token(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: 'test' }).sign(this.#privateKey)
  }
}

/** What a good token says. */
export function claimsOf({
  reseller,
  customerRef,
  host,
  sid = 'session-1',
  roles = [],
  lifeS = 600,
}: Person): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  const iat = lifeS > 0 ? now : now + lifeS - 1
  return { aud: 'realtime', reseller, ...(host && { host }), sub: customerRef, sid, roles, iat, exp: now + lifeS }
}
