import { z } from 'zod'
import { Currency } from './money.ts'
import { Theme } from './theme.ts'

/** A DNS name, lower case, without port or trailing dot; punycode for anything beyond ASCII. */
export const Host = z
  .string()
  .max(253)
  .regex(
    /^(?=.)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/,
    'is not a host name',
  )

const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'is not an IANA time zone')

/** A path on the reseller's own site, or an https address elsewhere. */
export const Href = z
  .string()
  .max(400)
  .regex(/^(?:\/(?!\/)[^\s]*|https:\/\/[^\s]+|mailto:[^\s]+)$/, 'must start with / or https://')
const Link = z.object({ label: z.string().min(1).max(60), href: Href })

/** Languages with complete texts; a reseller picks one of them, with its region. */
export const Locale = z.enum(['en-GB', 'en-US', 'de-DE', 'es-ES', 'ja-JP'])

/** The home page, from top to bottom. */
export const HomeSection = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hero'), title: z.string().min(1).max(120), text: z.string().max(400).optional() }),
  z.object({
    type: z.literal('featured'),
    title: z.string().min(1).max(80),
    showIds: z.array(z.string().max(64)).min(1).max(12),
  }),
  z.object({ type: z.literal('upcoming'), title: z.string().min(1).max(80) }),
  z.object({ type: z.literal('text'), title: z.string().min(1).max(80), text: z.string().min(1).max(2000) }),
])

/** A logo: a wordmark set in the display font, with an optional drawn mark from the bundled set. */
export const Logo = z.object({
  wordmark: z.string().min(1).max(40),
  mark: z.enum(['none', 'aurora', 'moon', 'star', 'kite']).default('none'),
})

/** Everything a reseller decides about its site. Typed values only: no CSS, no HTML, no addresses of images. */
export const ResellerConfig = z.object({
  name: z.string().min(1).max(80),
  /** The first one is the primary host. */
  hosts: z.array(Host).min(1).max(20),
  locale: Locale,
  currency: Currency,
  timeZone: TimeZone,
  theme: Theme,
  logo: Logo,
  texts: z.object({
    tagline: z.string().max(120),
    description: z.string().max(300),
    holdNotice: z.string().max(200).optional(),
  }),
  home: z.array(HomeSection).min(1).max(12),
  navigation: z.array(Link).max(8),
  footer: z.object({ text: z.string().max(400), links: z.array(Link).max(16) }),
  support: z.object({ email: z.email(), phone: z.string().max(40).optional() }),
  live: z
    .object({ soldBanner: z.boolean().default(true), viewers: z.boolean().default(true) })
    .default({ soldBanner: true, viewers: true }),
  /** The last lines of every mail, as plain text. */
  mail: z.object({ signature: z.string().min(1).max(400).optional() }).optional(),
})

export type Locale = z.infer<typeof Locale>
export type HomeSection = z.infer<typeof HomeSection>
export type Logo = z.infer<typeof Logo>
export type ResellerConfig = z.infer<typeof ResellerConfig>
