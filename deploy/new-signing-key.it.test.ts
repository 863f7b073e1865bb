import { join } from 'node:path'
import { expect, it } from 'vitest'
import { run } from '#dev/services/run.ts'
import { createSessionSigner } from '#lib/realtime/sign-session.ts'
import { createIdentityReader } from '#realtime/node/identity.ts'

interface Keys {
  // biome-ignore lint/suspicious/noExplicitAny: a JWK as it was printed
  readonly signing: any
  readonly verified: string
}

/** What the script prints, read as an env file. */
async function newKey(...args: string[]): Promise<Keys> {
  const { status, output } = await run([process.execPath, join(import.meta.dirname, 'new-signing-key.mjs'), ...args])
  expect(status).toBe(0)
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.split(/=(.*)/s))
  const printed = Object.fromEntries(lines) as Record<string, string>
  return { signing: JSON.parse(printed.REALTIME_SIGNING_KEY ?? ''), verified: printed.REALTIME_VERIFICATION_KEYS ?? '' }
}

const aurora = { resellerId: 'aurora', host: 'aurora.example' }

const cookieOf = async ({ signing }: Keys): Promise<{ cookie: string; host: string }> => {
  const { token } = await createSessionSigner(signing).sign(aurora, 'customer-ana-000', Date.now())
  return { cookie: `rt=${token}`, host: aurora.host }
}

it('a key is rotated without a viewer being refused: both are verified until the old one’s tokens have ended', async () => {
  const old = await newKey()
  const next = await newKey('--verified', old.verified)
  const during = createIdentityReader(JSON.parse(next.verified))
  for (const key of [old, next]) {
    expect(await during(await cookieOf(key))).toMatchObject({ resellerId: 'aurora', customerRef: 'customer-ana-000' })
  }
  const keys = JSON.parse(next.verified).keys.filter(({ kid }: { kid: string }) => kid === next.signing.kid)
  const after = createIdentityReader({ keys })
  expect(await after(await cookieOf(next))).not.toBeNull()
  expect(await after(await cookieOf(old))).toBeNull()
  expect(next.verified).not.toContain('"d":')
})
