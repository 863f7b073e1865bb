import { z } from 'zod'
import { LIST_LIMITS, TEXT_LIMITS } from './config-limits.ts'
import { Currency } from './money.ts'
import { DescribedPicture, Picture } from './picture.ts'
import { unkeepableIn } from './safe-text.ts'
import { Theme } from './theme.ts'
import { TimeZone } from './time-zone.ts'

/** A DNS name, lower case, without port or trailing dot; punycode for anything beyond ASCII. */
export const Host = z
  .string()
  .max(253)
  .regex(
    /^(?=.)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/,
    'is not a host name',
  )

/** A path on the reseller's own site, or an https address elsewhere. */
export const Href = z
  .string()
  .max(TEXT_LIMITS.href)
  .regex(/^(?:\/(?!\/)[^\s]*|https:\/\/[^\s]+|mailto:[^\s]+)$/, 'must start with / or https://')
const Link = z.object({ label: z.string().min(1).max(TEXT_LIMITS.linkLabel), href: Href })

/** Languages with complete texts; a reseller picks one of them, with its region. */
export const Locale = z.enum(['en-GB', 'en-US', 'de-DE', 'es-ES', 'ja-JP'])

/** The home page, from top to bottom. A hero's picture stands where that of its show would; a text's beside it. */
export const HomeSection = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hero'),
    title: z.string().min(1).max(TEXT_LIMITS.heroTitle),
    text: z.string().max(TEXT_LIMITS.heroText).optional(),
    picture: DescribedPicture.optional(),
  }),
  z.object({
    type: z.literal('featured'),
    title: z.string().min(1).max(TEXT_LIMITS.sectionTitle),
    showIds: z.array(z.string().max(64)).min(1).max(LIST_LIMITS.featured),
  }),
  z.object({ type: z.literal('upcoming'), title: z.string().min(1).max(TEXT_LIMITS.sectionTitle) }),
  z.object({
    type: z.literal('text'),
    title: z.string().min(1).max(TEXT_LIMITS.sectionTitle),
    text: z.string().min(1).max(TEXT_LIMITS.sectionText),
    picture: DescribedPicture.optional(),
  }),
])

/**
 * A logo: a wordmark set in the display font, with an optional drawn mark from the bundled set, or a picture that stands
 * in for both. The wordmark is what is read where the picture is not seen, so there always is one.
 */
export const Logo = z.object({
  wordmark: z.string().min(1).max(TEXT_LIMITS.wordmark),
  mark: z.enum(['none', 'aurora', 'moon', 'star', 'kite']).default('none'),
  picture: Picture.optional(),
})

/** Plain text: empty lines part paragraphs. */
const LegalText = z.string().min(1).max(TEXT_LIMITS.legal)

/** What the law wants said, as plain text; each has a page of its own below `/legal/`. */
export const LEGAL_PAGES = ['imprint', 'privacy', 'terms'] as const

const Legal = z.object({ imprint: LegalText, privacy: LegalText, terms: LegalText }).partial()

/** The last lines of every mail, as plain text. */
const Signature = z.string().min(1).max(TEXT_LIMITS.signature)

/**
 * A reseller's words in another of its languages. Lists follow the order of what they translate (the sections of the
 * home page, the links); what is missing, or null, stays in the reseller's first language. A text that is not there in
 * the first language is in no other either, save the notice of holds.
 */
export const Translation = z.object({
  texts: z
    .object({
      tagline: z.string().max(TEXT_LIMITS.tagline),
      description: z.string().max(TEXT_LIMITS.description),
      holdNotice: z.string().max(TEXT_LIMITS.holdNotice),
    })
    .partial()
    .optional(),
  home: z
    .array(
      z
        .object({
          /** Of whichever section stands there, so the longest of each. */
          title: z.string().min(1).max(TEXT_LIMITS.heroTitle),
          text: z.string().min(1).max(TEXT_LIMITS.sectionText),
          /** Of the section's picture. */
          alt: z.string().min(1).max(TEXT_LIMITS.alt),
        })
        .partial()
        .nullable(),
    )
    .max(LIST_LIMITS.sections)
    .optional(),
  navigation: z.array(Link.shape.label.nullable()).max(LIST_LIMITS.navigation).optional(),
  footer: z
    .object({
      text: z.string().max(TEXT_LIMITS.footerText),
      links: z.array(Link.shape.label.nullable()).max(LIST_LIMITS.footerLinks),
    })
    .partial()
    .optional(),
  legal: Legal.optional(),
  mail: z.object({ signature: Signature }).partial().optional(),
})

const Config = z.object({
  name: z.string().min(1).max(TEXT_LIMITS.name),
  /** The first one is the primary host. */
  hosts: z.array(Host).min(1).max(20),
  /** The first language: its pages have plain paths, and everything a reseller wrote is in it. */
  locale: Locale,
  /** All languages of the site, {@link locale} first; absent when it is the only one. */
  locales: z.array(Locale).min(1).max(Locale.options.length).optional(),
  translations: z.partialRecord(Locale, Translation).optional(),
  currency: Currency,
  timeZone: TimeZone,
  theme: Theme,
  logo: Logo,
  texts: z.object({
    tagline: z.string().max(TEXT_LIMITS.tagline),
    description: z.string().max(TEXT_LIMITS.description),
    holdNotice: z.string().max(TEXT_LIMITS.holdNotice).optional(),
  }),
  home: z.array(HomeSection).min(1).max(LIST_LIMITS.sections),
  navigation: z.array(Link).max(LIST_LIMITS.navigation),
  footer: z.object({
    text: z.string().max(TEXT_LIMITS.footerText),
    links: z.array(Link).max(LIST_LIMITS.footerLinks),
  }),
  support: z.object({ email: z.email(), phone: z.string().max(TEXT_LIMITS.phone).optional() }),
  live: z
    .object({ soldBanner: z.boolean().default(true), viewers: z.boolean().default(true) })
    .default({ soldBanner: true, viewers: true }),
  /** `orphanHint`: whoever leaves a single seat between is shown a better choice. On unless it is switched off. */
  seatMap: z.object({ orphanHint: z.boolean().default(true) }).optional(),
  legal: Legal.optional(),
  mail: z.object({ signature: Signature }).partial().optional(),
})

/** Everything a reseller decides about its site. Typed values only: no CSS, no HTML, and pictures by what they hold, not where. */
export const ResellerConfig = Config.refine(({ locale, locales }) => locales === undefined || locales[0] === locale, {
  path: ['locales'],
  error: 'must begin with the locale',
})
  .refine(({ locales = [] }) => new Set(locales).size === locales.length, {
    path: ['locales'],
    error: 'must name each language once',
  })
  .superRefine((config, context) => {
    for (const path of unkeepableIn(config))
      context.addIssue({ code: 'custom', path, message: 'contains a NUL or half of a surrogate pair' })
  })

export type LegalPage = (typeof LEGAL_PAGES)[number]
export type Locale = z.infer<typeof Locale>
export type HomeSection = z.infer<typeof HomeSection>
export type Logo = z.infer<typeof Logo>
export type ResellerConfig = z.infer<typeof ResellerConfig>
export type Translation = z.infer<typeof Translation>
