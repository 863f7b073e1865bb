import { guestRef } from '#lib/customer/guest-ref.ts'
import type { ResellerTransaction } from '#lib/database/database.ts'
import { addMail } from '#lib/mail/queue-mail.ts'
import { guestSession } from '#lib/realtime/sign-session.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { Account } from './account.ts'
import { type Asker, type AuthAnswer, askAuth } from './ask-auth.ts'
import { atLeast } from './at-least.ts'
import { isOnlyOwner } from './last-owner.ts'
import { withNewAddress } from './new-address.ts'
import { withPreparedHash } from './prepared-hash.ts'
import { withRoomFor } from './room-for-sign-up.ts'
import { endSessions } from './sessions.ts'
import { countSignIn, forgetSignIns } from './sign-in-attempts.ts'

type Parts = Pick<Storefront, 'auths' | 'environment' | 'log' | 'database' | 'sessionsRedis' | 'endSession'>
type Caller = Asker & { readonly storefront: Parts; readonly account?: Account | null }

/**
 * Makes an account that its address has to confirm. One that never did makes room: else a stranger could take an address
 * first, wait for its owner to sign up and confirm, and know the password (decision 0070).
 */
export async function signUp(
  caller: Caller,
  person: { name: string; email: string; password: string },
): Promise<AuthAnswer> {
  const ask = () => askAuth(caller, '/sign-up/email', { body: person })
  return withPreparedHash(person.password, () => withRoomFor(person.email, ask))
}

/** Signs the browser in; whoever was signed in with it before is signed out. */
export async function signIn(
  caller: Caller,
  { email, password, remember }: { email: string; password: string; remember: boolean },
): Promise<AuthAnswer> {
  const { site, storefront, account, headers } = caller
  const waitS = await countSignIn(storefront.sessionsRedis, site.resellerId, email)
  if (waitS !== null) return { ok: false, problem: 'storefront/too-many-attempts', retryAfterS: waitS }
  const answer = await askAuth(caller, '/sign-in/email', { body: { email, password, rememberMe: remember } })
  if (!answer.ok) return answer
  await forgetSignIns(storefront.sessionsRedis, site.resellerId, email)
  if (account) await signOut(caller)
  const guest = guestRef(headers, site, storefront.environment.secret)
  if (guest !== null) await endGuestStreams(caller, guest)
  return answer
}

/**
 * Ends this browser's session. The library's own sign-out reports success when PostgreSQL is away, and the session would
 * come back with it.
 */
export async function signOut({ site, account, secure, storefront }: Caller): Promise<void> {
  if (account) await endSessions(site, account, { sessionId: account.sessionId }, secure, storefront)
}

/** The tabs of this browser hear the guest's streams until then; they come back as who is signed in. */
async function endGuestStreams({ site: { resellerId }, storefront }: Caller, customerRef: string): Promise<void> {
  await storefront.endSession({ resellerId, customerRef, sessionId: guestSession(resellerId, customerRef) })
}

/** As long as the library takes at least to mail a link that confirms an address, for the same reason. */
const RESET_ASKED_MS = 500

/** Mails a link that leads to a new password; who has no account here cannot be told from who has by the time it takes. */
export async function forgetPassword(caller: Caller, email: string): Promise<AuthAnswer> {
  return atLeast(RESET_ASKED_MS, () => askAuth(caller, '/request-password-reset', { body: { email } }))
}

/** Follows a mailed link: confirms a new account's address, or makes a new address the account's. */
export async function verify(caller: Caller, token: string): Promise<AuthAnswer> {
  const tellOldAddress = (transaction: ResellerTransaction) =>
    addMail(transaction, caller.site, { kind: 'account.email-changed', to: addressIn(token), data: {} })
  return withNewAddress(tellOldAddress, () => askAuth(caller, '/verify-email', { query: { token } }))
}

/** The address that an account had when this token, found valid before, was made. */
function addressIn(token: string): string {
  const { email } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { email: string }
  return email
}

/** Mails a link to the new address, after the password was given once more. */
export async function changeEmail(
  caller: Caller,
  { email, password }: { email: string; password: string },
): Promise<AuthAnswer> {
  const checked = await checkPassword(caller, password)
  return checked ?? askAuth(caller, '/change-email', { body: { newEmail: email } })
}

/** The refusal, or null for the right password. Counted like a sign-in: a stolen session must not guess either. */
async function checkPassword(caller: Caller, password: string): Promise<AuthAnswer | null> {
  const { site, secure, headers, storefront, account } = caller
  const { sessionsRedis, auths } = storefront
  if (!account) return { ok: false, problem: 'storefront/sign-in-needed' }
  const waitS = await countSignIn(sessionsRedis, site.resellerId, account.email)
  if (waitS !== null) return { ok: false, problem: 'storefront/too-many-attempts', retryAfterS: waitS }
  const cookie = headers.get('cookie') ?? ''
  const { status } = await auths.for(site, secure).api.verifyPassword({
    body: { password },
    headers: new Headers({ cookie }),
    asResponse: true,
  })
  if (status >= 500) return { ok: false, problem: 'storefront/unavailable' }
  if (status !== 200) return { ok: false, problem: 'storefront/wrong-password' }
  await forgetSignIns(sessionsRedis, site.resellerId, account.email)
  return null
}

export async function changePassword(
  caller: Caller,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<AuthAnswer> {
  const checked = await checkPassword(caller, currentPassword)
  const body = { currentPassword, newPassword: password, revokeOtherSessions: true }
  return checked ?? askAuth(caller, '/change-password', { body })
}

/** Ends the account for good; orders stay with core, which has to keep them. */
export async function deleteAccount(caller: Caller, password: string): Promise<AuthAnswer> {
  const { site, storefront, account } = caller
  if (account?.staff === 'owner' && (await isOnlyOwner(storefront.database, site.resellerId, account.accountId)))
    return { ok: false, problem: 'storefront/last-owner' }
  const checked = await checkPassword(caller, password)
  return checked ?? askAuth(caller, '/delete-user', { body: { password } })
}
