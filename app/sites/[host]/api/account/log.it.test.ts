import { inspect } from 'node:util'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as changeEmail } from './email/route.ts'
import { POST as forgot } from './forgot/route.ts'
import { POST as changePassword } from './password/route.ts'
import { lastToken, newEmail, PASSWORD, Person } from './person.fixture.ts'
import { POST as resend } from './resend/route.ts'
import { POST as reset } from './reset/route.ts'
import { GET as session } from './session/route.ts'
import { POST as signIn } from './sign-in/route.ts'
import { POST as signUp } from './sign-up/route.ts'
import { POST as verify } from './verify/route.ts'

const [NEXT_PASSWORD, WRONG_PASSWORD, NAME] = ['a whole new one', 'not it at all', 'Ada King-Noel']
const TABLES = 'customer_account, account_session, account_credential, account_verification, mail'

it('neither a password nor a token nor whose they are is in the log, of what works and of what fails', async () => {
  const lines: string[] = []
  const note = (line: unknown) => void lines.push(`${line}\n`)
  // Libraries that have no log of ours.
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...said) => note(said.map((one) => inspect(one)).join(' '))),
  )
  await using shop = await startStorefrontInTest({ logged: note })
  const [person, email, nextEmail] = [new Person(), newEmail(), newEmail()]
  const secrets = new Set([PASSWORD, NEXT_PASSWORD, WRONG_PASSWORD, NAME, email, nextEmail])
  const mailed = async () => {
    const token = await lastToken(shop, email)
    secrets.add(token)
    return token
  }
  const given = () => {
    for (const value of person.jar.values()) secrets.add(value).add(decodeURIComponent(value).split('.')[0] ?? value)
  }

  await person.ask(signUp, { name: NAME, email, password: PASSWORD })
  await person.ask(signIn, { email, password: PASSWORD })
  expect((await person.ask(verify, { token: await mailed() })).status).toBe(204)
  expect((await person.ask(signIn, { email, password: WRONG_PASSWORD })).status).toBe(401)
  expect((await person.ask(signIn, { email, password: PASSWORD })).status).toBe(204)
  given()
  await person.ask(forgot, { email })
  await shop.storefront.background.settled()
  const token = await mailed()
  expect((await person.ask(reset, { token: `${token}x`, password: NEXT_PASSWORD })).status).toBeGreaterThan(399)
  expect((await person.ask(reset, { token, password: NEXT_PASSWORD })).status).toBe(204)
  expect((await person.ask(signIn, { email, password: NEXT_PASSWORD })).status).toBe(204)
  given()

  const owner = new pg.Client(shop.database.ownerUrl)
  await owner.connect()
  const stranger = new Person()
  // PostgreSQL adds the whole row to its refusal.
  for (const table of ['customer_account', 'account_session'])
    await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT never CHECK (false) NOT VALID`)
  expect((await stranger.ask(signUp, { name: NAME, email: nextEmail, password: PASSWORD })).status).toBe(503)
  expect((await stranger.ask(signIn, { email, password: NEXT_PASSWORD })).status).toBe(503)
  await owner.query(`REVOKE ALL ON ${TABLES} FROM marquee_app`)
  await owner.end()
  const failing = [
    () => stranger.ask(signIn, { email, password: NEXT_PASSWORD }),
    () => stranger.ask(signUp, { name: NAME, email: nextEmail, password: PASSWORD }),
    () => stranger.ask(verify, { token }),
    () => stranger.ask(forgot, { email }),
    () => stranger.ask(resend, { email }),
    () => stranger.ask(reset, { token, password: NEXT_PASSWORD }),
    () => person.ask(changePassword, { currentPassword: NEXT_PASSWORD, password: PASSWORD }),
    () => person.ask(changeEmail, { email: nextEmail, password: NEXT_PASSWORD }),
    async () => {
      await shop.storefront.sessionsRedis.flushdb()
      return await person.ask(session)
    },
  ]
  const before = lines.length
  for (const ask of failing) await ask()
  await shop.storefront.background.settled()
  expect(lines.length, 'that something failed is told').toBeGreaterThan(before)

  const told = lines.join('')
  for (const spy of spies) spy.mockRestore()
  const long = [...secrets].filter((secret) => secret.length > 7) // what else cookies say is in any line
  expect(long.length).toBeGreaterThan(9)
  for (const secret of long) expect(told).not.toContain(secret)
  expect(told, 'Prisma’s messages, which show what was to be written').not.toContain('Invalid `')
})
