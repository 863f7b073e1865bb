/*
 * How long a configuration's words and lists may be: said once, for its schema and for the fields of the editor. Without
 * zod, so that a browser may have it for nothing.
 */

/** Characters. */
export const TEXT_LIMITS = {
  name: 80,
  wordmark: 40,
  tagline: 120,
  description: 300,
  holdNotice: 200,
  phone: 40,
  heroTitle: 120,
  heroText: 400,
  sectionTitle: 80,
  sectionText: 2_000,
  alt: 200,
  linkLabel: 60,
  href: 400,
  footerText: 400,
  signature: 400,
  /** A privacy notice of twenty pages has about so many. */
  legal: 20_000,
} as const

/** Entries. */
export const LIST_LIMITS = { sections: 12, featured: 12, navigation: 8, footerLinks: 16 } as const

/**
 * Of a whole configuration, as JSON. An event carries two, live and draft together, and a Kafka broker takes 1,048,588
 * bytes. All three legal texts at their longest, in four languages of which one is Japanese, are 480,000 at most.
 */
export const CONFIG_LIMIT_BYTES = 500_000
