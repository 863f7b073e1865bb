import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller } from '#lib/database/database.ts'
import { cookieValue } from '#lib/http/set-cookie.ts'
import type { StorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as signIn } from './sign-in/route.ts'
import { POST as signUp } from './sign-up/route.ts'
import { POST as verify } from './verify/route.ts'

export type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export const PASSWORD = 'correct horse battery'

export interface Answer {
  readonly status: number
  readonly type: string | undefined
  readonly body: Record<string, unknown> | null
  readonly cookies: readonly string[]
  /** Seconds; null where nothing was said. */
  readonly retryAfterS: number | null
}

/** A browser at one reseller's host, with a cookie jar and an address that is nobody else's. */
export class Person {
  readonly host: string
  readonly address: string
  readonly jar = new Map<string, string>()

  constructor(reseller = 'aurora', address = newAddress()) {
    this.host = `${reseller}.localhost`
    this.address = address
  }

  /** The same browser behind another address. */
  at(address: string): Person {
    const moved = new Person(this.host.replace('.localhost', ''), address)
    for (const [name, value] of this.jar) moved.jar.set(name, value)
    return moved
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(
    route: unknown,
    body?: object,
    more: { params?: Record<string, string>; headers?: Record<string, string>; path?: string } = {},
  ): Promise<Answer> {
    const method = body === undefined ? 'GET' : 'POST'
    const request = new Request(`http://${this.host}${more.path ?? '/'}`, {
      method,
      headers: {
        host: this.host,
        'x-client-ip': this.address,
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(this.jar.size > 0 ? { cookie: this.cookie } : {}),
        ...(body === undefined
          ? {}
          : { origin: `http://${this.host}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...more.headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const response = await (route as Route)(request, { params: Promise.resolve({ host: this.host, ...more.params }) })
    const cookies = response.headers.getSetCookie()
    this.#keep(cookies)
    const read = response.status === 204 ? null : ((await response.json()) as Record<string, unknown>)
    const retryAfter = response.headers.get('retry-after')
    const retryAfterS = retryAfter === null ? null : Number(retryAfter)
    return { status: response.status, type: read?.type as string | undefined, body: read, cookies, retryAfterS }
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const pair = cookie.split(';')[0] ?? ''
      const name = pair.split('=')[0] ?? ''
      if (/Max-Age=0/.test(cookie)) this.jar.delete(name)
      else this.jar.set(name, cookieValue(pair, name) ?? '')
    }
  }
}

/** Each from a /64 of its own, so that limits by address concern only who means to meet them. */
export const newAddress = (): string => `2001:db8:${hex()}:${hex()}::1`
const hex = () => Math.floor(Math.random() * 0xffff).toString(16)

export const newEmail = (): string => `ada-${randomUUID().slice(0, 8)}@example.com`

export interface Mail {
  readonly kind: string
  readonly url: string
}

/** What was mailed to an address by a reseller, oldest first. */
export async function mailsTo(shop: StorefrontInTest, email: string, reseller = 'aurora'): Promise<Mail[]> {
  const rows = await asReseller(shop.storefront.database, reseller, (transaction) =>
    transaction.mail.findMany({ where: { recipient: email }, orderBy: { createdAt: 'asc' } }),
  )
  return rows.map(({ kind, data }) => ({ kind, url: (data as { url?: string }).url ?? '' }))
}

export async function lastToken(shop: StorefrontInTest, email: string, reseller = 'aurora'): Promise<string> {
  const mails = await mailsTo(shop, email, reseller)
  return new URL(mails.at(-1)?.url ?? '/', 'http://x').searchParams.get('token') ?? ''
}

/** Somebody with an account whose address is confirmed, signed in. A browser that is given signs up with it. */
export async function signedInPerson(
  shop: StorefrontInTest,
  { reseller = 'aurora', email = newEmail(), person }: { reseller?: string; email?: string; person?: Person } = {},
): Promise<Person & { email: string }> {
  if (person) await comeIn(shop, person, email, reseller)
  else await makeAccount(shop, email, reseller)
  const browser = person ?? new Person(reseller)
  const answer = await browser.ask(signIn, { email, password: PASSWORD })
  if (answer.status !== 204) throw new Error(`could not sign in: ${answer.status} ${answer.type}`)
  return Object.assign(browser, { email })
}

async function comeIn(shop: StorefrontInTest, person: Person, email: string, reseller: string): Promise<void> {
  await person.ask(signUp, { name: 'Ada', email, password: PASSWORD })
  await person.ask(verify, { token: await lastToken(shop, email, reseller) })
}

/** One for all: hashing is slow on purpose. */
const hash = hashPassword(PASSWORD)

/** As a sign-up and its link leave it, without their two hashes. */
export async function makeAccount(shop: StorefrontInTest, email: string, resellerId = 'aurora'): Promise<string> {
  const id = randomUUID()
  const password = await hash
  await asReseller(shop.storefront.database, resellerId, async (transaction) => {
    const person = { resellerId, id, email, name: 'Ada', emailVerified: true, customerRef: mintCustomerRef() }
    await transaction.customerAccount.create({ data: person })
    const credential = { resellerId, id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password }
    await transaction.accountCredential.create({ data: credential })
  })
  return id
}
