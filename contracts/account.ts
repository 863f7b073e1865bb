import { z } from 'zod'
import { Instant } from './ids.ts'

/*
 * Accounts, browser ↔ storefront, on each reseller's host. Answers never tell whether an address has an account here:
 * that is told to its owner, by mail. All but the GETs are POST with a JSON body and answer 204 unless said otherwise.
 *   GET  /api/account/session         → AccountView or {account: null}; extends the session
 *   POST /api/account/sign-up         SignUp      a mail with a link follows, whoever the address belongs to
 *   POST /api/account/verify          {token}     from that link
 *   POST /api/account/resend          {email}
 *   POST /api/account/sign-in         SignIn      sets the session's cookie
 *   POST /api/account/sign-out
 *   POST /api/account/forgot          {email}
 *   POST /api/account/reset           ResetPassword, with the token of a mailed link; ends all sessions
 *   POST /api/account/profile         {name}
 *   POST /api/account/email           ChangeEmail; it changes when the link mailed to the new address is followed
 *   POST /api/account/password        ChangePassword; ends all other sessions
 *   POST /api/account/reminders       {wanted}: whether its address is reminded of shows by mail
 *   GET  /api/account/sessions        → {items: SessionView[]}
 *   POST /api/account/sessions/end    {sessionId}, or {others: true}
 *   POST /api/account/delete          {password}
 *   GET  /api/account/export          → AccountExport, as a file
 */

/** As long as a sentence; shorter ones are guessed. Longer ones would only keep a processor busy. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

const Name = z.string().trim().min(1, 'is missing').max(120, 'has more than 120 characters').regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has characters that cannot be printed') // biome-ignore format: one line
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'))
const NewPassword = z.string().min(PASSWORD_MIN, 'is too short').max(PASSWORD_MAX, 'is too long')
/** One that was chosen before rules were what they are. */
const Password = z.string().min(1, 'is missing').max(PASSWORD_MAX, 'is too long')
const Token = z.string().regex(/^[\w.-]{10,2000}$/, 'is not a token')

export const SignUp = z.object({ name: Name, email: Email, password: NewPassword })
export const SignIn = z.object({ email: Email, password: Password, remember: z.boolean().default(true) })
export const OnlyEmail = z.object({ email: Email })
export const OnlyToken = z.object({ token: Token })
export const OnlyPassword = z.object({ password: Password })
export const ResetPassword = z.object({ token: Token, password: NewPassword })
export const Profile = z.object({ name: Name })
export const ChangeEmail = z.object({ email: Email, password: Password })
export const ChangePassword = z.object({ currentPassword: Password, password: NewPassword })
export const WantReminders = z.object({ wanted: z.boolean() })
export const EndSessions = z.union([
  z.object({ sessionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a session') }),
  z.object({ others: z.literal(true) }),
])

/** Who is signed in, as the browser may know it. */
export const AccountView = z.object({
  name: z.string(),
  email: z.string(),
  staff: z.enum(['viewer', 'editor', 'owner']).nullable(),
})
export const CurrentSession = z.object({ account: AccountView.nullable() })

/** One signed-in browser; `browser` and `system` are names such as `Firefox` and `Windows`, null where they are unknown. */
export const SessionView = z.object({
  id: z.string(),
  current: z.boolean(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  since: Instant,
})

export type AccountView = z.infer<typeof AccountView>
export type CurrentSession = z.infer<typeof CurrentSession>
export type SessionView = z.infer<typeof SessionView>
