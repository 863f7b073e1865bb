import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets of one development system. They stay with its data: sessions survive a restart. */
export interface Secrets {
  readonly storefrontSecret: string
  readonly orderLinkSecret: string
  /** JSON text of a private Ed25519 JWK with kid. */
  readonly signingKey: string
  /** JSON text of the JWK set that verifies it. */
  readonly verificationKeys: string
}

export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  // A folder of before may lack one.
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const secrets = { ...makeSecrets(), ...kept }
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

function makeSecrets(): Secrets {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const common = { kid: randomBytes(6).toString('hex'), alg: 'EdDSA', use: 'sig' }
  return {
    storefrontSecret: randomBytes(32).toString('base64url'),
    orderLinkSecret: randomBytes(32).toString('base64url'),
    signingKey: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...common }),
    verificationKeys: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...common }] }),
  }
}
