import { z } from 'zod'

/*
 * Identifiers travel inside stream names, Redis keys and Kafka keys, where '.' and ':' separate parts.
 * So none of them may contain a separator, and each has a length at which a key stays readable in a log line.
 */

/** A reseller: lower-case slug, 1–40 characters. */
export const ResellerId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'is not a reseller id')

/** Ids that core mints (shows, tiers, seats, holds, orders, tickets, sales): 1–64 characters of `A–Z a–z 0–9 _ -`. */
export const CoreId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not an id of core')

/** An opaque buyer at one reseller. At least 16 characters, so that it cannot be guessed. */
export const CustomerRef = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'is not a customer reference')

/** Ids of domain events and published messages; core uses UUIDs, we allow anything printable without separators. */
export const EventId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'is not an event id')

/** An open connection: its node's id, a dot, and at least 96 random bits, so that it cannot be guessed. */
export const ConnectionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{16,48}$/, 'is not a connection id')

/** An instant, ISO 8601 in UTC with a trailing `Z`. */
export const Instant = z.iso.datetime()

/** The version of a show's availability: 0 for a show nobody touched, then one step per change. */
export const ShowVersion = z.int().min(0)

export type ResellerId = z.infer<typeof ResellerId>
export type CoreId = z.infer<typeof CoreId>
export type CustomerRef = z.infer<typeof CustomerRef>
