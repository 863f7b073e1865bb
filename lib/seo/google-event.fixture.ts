import { z } from 'zod'

/*
 * What Google documents for events (https://developers.google.com/search/docs/appearance/structured-data/event), as a
 * validator of our own: its tool is a website and cannot be asked here. Stricter where we can be: every property it
 * recommends and we could know has to be there.
 */

const LocalInstant = z.iso.datetime({ offset: true, local: false })
const Address = z.url({ protocol: /^https?$/ })
const schema = (...names: string[]) =>
  z.enum(names.map((name) => `https://schema.org/${name}`) as [string, ...string[]])

const Organization = z.object({ '@type': z.literal('Organization'), name: z.string().min(1), url: Address })

export const GoogleEvent = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.enum(['Event', 'MusicEvent', 'TheaterEvent', 'ChildrensEvent', 'ComedyEvent', 'DanceEvent']),
  name: z.string().min(1),
  startDate: LocalInstant,
  endDate: LocalInstant.optional(),
  location: z.object({
    '@type': z.literal('Place'),
    name: z.string().min(1),
    address: z.object({
      '@type': z.literal('PostalAddress'),
      streetAddress: z.string().min(1).optional(),
      addressLocality: z.string().min(1),
      addressCountry: z.string().length(2),
    }),
  }),
  description: z.string().min(1),
  eventStatus: schema('EventScheduled', 'EventCancelled', 'EventPostponed', 'EventRescheduled', 'EventMovedOnline'),
  eventAttendanceMode: schema('OfflineEventAttendanceMode'),
  image: z.array(Address).min(1),
  offers: z
    .object({
      '@type': z.literal('Offer'),
      url: Address,
      price: z.string().regex(/^\d+(?:\.\d+)?$/),
      priceCurrency: z.string().regex(/^[A-Z]{3}$/),
      availability: schema('InStock', 'SoldOut', 'PreOrder'),
      validFrom: LocalInstant.optional(),
    })
    .optional(),
  organizer: Organization,
  performer: z.array(z.object({ '@type': z.enum(['PerformingGroup', 'Person']), name: z.string().min(1) })).optional(),
})

export const GoogleBreadcrumbs = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.object({ '@type': z.literal('ListItem'), position: z.int().min(1), name: z.string().min(1), item: Address }),
    )
    .min(2),
})

export const GoogleOrganization = Organization.extend({
  '@context': z.literal('https://schema.org'),
  logo: Address,
  contactPoint: z.object({ '@type': z.literal('ContactPoint'), email: z.email() }),
})
