import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { createAuthMiddleware } from 'better-auth/api'
import type { Redis } from 'ioredis'
import { PASSWORD_MAX, PASSWORD_MIN } from '#contracts/account.ts'
import { ACCOUNT_LINK_LIFE_S } from '#contracts/account-link-life.ts'
import { mintCustomerRef } from '#lib/customer/customer-cookie.ts'
import { asReseller, type Database } from '#lib/database/database.ts'
import type { Log } from '#platform/log.ts'
import { resellerSecret } from '#platform/reseller-secret.ts'
import type { Owner } from './belongings.ts'
import { beforeNewAddress } from './new-address.ts'
import { hashOnce } from './prepared-hash.ts'
import { RATE_LIMITS, RATE_WINDOW_S } from './rate-limits.ts'
import { freeAddress, makeRoom } from './room-for-sign-up.ts'
import { scopedDatabase } from './scoped-database.ts'
import { briefCookieName, sessionCookieName } from './session-cookie.ts'
import { refillSession, type SessionCopy, sessionStorage } from './session-storage.ts'
import { forgetSignIns } from './sign-in-attempts.ts'

/** A month without a visit signs a browser out; a visit a day later starts the month anew. */
const SESSION_LIFE_S = 30 * 24 * 60 * 60
const SESSION_REFRESH_S = 24 * 60 * 60

/** Headers of the requests that we make ourselves to an instance; a browser's own never get there. */
export const ADDRESS_HEADER = 'x-client-address'
export const GUEST_HEADER = 'x-guest-ref'

/** Of one reseller, under one of its hosts. */
export interface AuthScope {
  readonly resellerId: string
  readonly origin: string
  /** Whether cookies go over TLS only. */
  readonly secure: boolean
}

/** Where an instance tells what happened. Links and words are made by who sends them. */
export interface AuthEvents {
  /** A token that proves an address: of a new account, or (`newEmail`) of one that changes. */
  verification(email: string, token: string, newEmail: boolean): Promise<void>
  passwordReset(email: string, token: string): Promise<void>
  /** Somebody signed up with an address that has an account already. */
  accountExists(email: string): Promise<void>
  /** The reference of a new account's buyer; `guestRef` is the browser's, if it has one. */
  customerRefFor(email: string, guestRef: string | null): Promise<string>
  sessionEnded(session: { readonly id: string; readonly userId: string }): Promise<void>
  beforeDelete(accountId: string, owner: Owner): Promise<void>
  afterDelete(owner: Owner): Promise<void>
}

export interface AuthParts {
  readonly database: Database
  readonly redis: Redis
  readonly secret: string
  readonly log: Log
}

export type Auth = ReturnType<typeof createAuth>

/**
 * A Better Auth instance that knows one reseller: its rows, its Redis keys, its secret, its origin. What it is asked for
 * comes through our own routes (decision 0070), so it has no pages and no client.
 */
export function createAuth(scope: AuthScope, parts: AuthParts, events: AuthEvents) {
  const { resellerId, origin, secure } = scope
  return betterAuth({
    appName: 'marquee',
    baseURL: origin,
    trustedOrigins: [origin],
    // Derived for the reseller: with one secret for all, A's cookie would sign in at B.
    secret: resellerSecret(parts.secret, 'accounts', resellerId).toString('base64url'),
    database: databaseOf(
      scopedDatabase(parts.database, resellerId, { transaction: makeRoom, address: beforeNewAddress }),
      (copy) => refillSession(parts.redis, resellerId, copy),
    ),
    secondaryStorage: sessionStorage(parts.redis, resellerId),
    user: {
      modelName: 'customerAccount',
      additionalFields: {
        // The hook below says which; the library wants to have one before it asks.
        customerRef: { type: 'string', required: true, input: false, defaultValue: mintCustomerRef },
      },
      changeEmail: { enabled: true },
      deleteUser: {
        enabled: true,
        beforeDelete: (user) => events.beforeDelete(user.id, ownerOf(user)),
        afterDelete: (user) => events.afterDelete(ownerOf(user)),
      },
    },
    session: {
      modelName: 'accountSession',
      storeSessionInDatabase: true,
      expiresIn: SESSION_LIFE_S,
      updateAge: SESSION_REFRESH_S,
    },
    account: { modelName: 'accountCredential' },
    verification: { modelName: 'accountVerification', storeInDatabase: true },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashOnce },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: ACCOUNT_LINK_LIFE_S,
      sendResetPassword: ({ user, token }) => events.passwordReset(user.email, token),
      onPasswordReset: ({ user }) => forgetSignIns(parts.redis, resellerId, user.email),
      onExistingUserSignUp: ({ user }) => events.accountExists(user.email),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      expiresIn: ACCOUNT_LINK_LIFE_S,
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, token }) => events.verification(user.email, token, changesEmail(token)),
    },
    hooks: {
      // The library mails nothing to an address that has an account, so one that nobody confirmed makes room, as for a
      // sign-up. Here, after the limits: a request that is refused leaves everybody's as they were.
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path !== '/change-email') return
        await asReseller(parts.database, resellerId, (transaction) =>
          freeAddress(transaction, resellerId, body.newEmail),
        )
      }),
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user, context) => {
            const guestRef = context?.headers?.get(GUEST_HEADER) ?? null
            return { data: { ...user, customerRef: await events.customerRefFor(user.email, guestRef) } }
          },
        },
      },
      session: { delete: { after: (session) => events.sessionEnded(session) } },
    },
    rateLimit: { enabled: true, storage: 'secondary-storage', ...RATE_WINDOW_S, customRules: RATE_LIMITS },
    advanced: {
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 64 },
      // The prefix __Host- is ours to write: with the library's own switch it would put another one before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: {
        session_token: { name: sessionCookieName(secure) },
        dont_remember: { name: briefCookieName(secure) },
      },
    },
    telemetry: { enabled: false },
    // Whoever asks tells of failures: the library would print all that is in them, rows that PostgreSQL refused included.
    onAPIError: { throw: true },
    logger: { level: 'error', log: (_level, message) => parts.log.error({ resellerId }, `accounts: ${message}`) },
  })
}

/**
 * The library's Prisma adapter, which also puts a session's copy back into Redis after PostgreSQL had to be asked: by
 * itself the library would ask PostgreSQL from then on.
 */
function databaseOf(database: ReturnType<typeof scopedDatabase>, refill: Refill) {
  return (options: Parameters<ReturnType<typeof prismaAdapter>>[0]) => {
    const adapter = prismaAdapter(database, { provider: 'postgresql', transaction: true })(options)
    const { findOne } = adapter
    adapter.findOne = async <T>(query: Parameters<typeof findOne>[0]): Promise<T | null> => {
      const row = await findOne<T>(query)
      if (row !== null && query.model === 'session') await putBack(row as FoundSession, refill)
      return row
    }
    return adapter
  }
}

interface FoundSession {
  readonly token: string
  readonly expiresAt: Date
  readonly user?: object | null
}

type Refill = (copy: SessionCopy) => Promise<void>

async function putBack({ user, ...session }: FoundSession, refill: Refill): Promise<void> {
  const lifeS = Math.floor((session.expiresAt.getTime() - Date.now()) / 1000)
  if (user && lifeS > 0) await refill({ token: session.token, value: JSON.stringify({ session, user }), lifeS })
}

/** The token is signed, and read again when it is used; here only the words of a mail depend on it. */
function changesEmail(token: string): boolean {
  const [, payload = ''] = token.split('.')
  return 'updateTo' in (JSON.parse(Buffer.from(payload, 'base64url').toString()) as object)
}

/** The library's type does not know our field; a user without it was never made here. */
function ownerOf(user: { readonly email: string } & Record<string, unknown>): Owner {
  return { email: user.email, customerRef: String(user.customerRef) }
}
