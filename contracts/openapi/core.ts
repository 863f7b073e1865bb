import { Availability, Seat, Tier } from '../availability.ts'
import { Hold, HoldRequest, Item } from '../hold.ts'
import { Price } from '../money.ts'
import { Buyer, Order, OrderPage, OrderQuery, OrderRequest, Ticket, TicketPage } from '../order.ts'
import { Problem, type ProblemType } from '../problem.ts'
import { SeatPlan } from '../seat-plan.ts'
import {
  Artwork,
  ArtworkQuery,
  Show,
  ShowDays,
  ShowDaysQuery,
  ShowPage,
  ShowQuery,
  ShowSummary,
  Venue,
} from '../show.ts'
import { openApiDocument } from './document.ts'

/** `core/invalid-request` even where there is nothing but a path: one that cannot be decoded is not a path. */
const ALWAYS: readonly ProblemType[] = [
  'core/invalid-request',
  'core/unauthorized',
  'core/internal',
  'core/unavailable',
]
const UNLESS_FOUND: readonly ProblemType[] = ['core/not-found', ...ALWAYS]

/** Core: shows, inventory, holds, orders and tickets, of one reseller at a time. */
export const coreDocument = () =>
  openApiDocument({
    title: 'Core',
    description:
      'Shows, availability, holds, orders and tickets as one reseller sees them. Another reseller’s things answer exactly like things that do not exist. Times are ISO 8601 in UTC, money is integer minor units with a currency, lists are `{items, nextCursor}`.',
    url: 'http://127.0.0.1:4100',
    schemas: {
      Artwork,
      Availability,
      Buyer,
      Hold,
      HoldRequest,
      Item,
      Order,
      OrderPage,
      OrderRequest,
      Price,
      Problem,
      Seat,
      SeatPlan,
      Show,
      ShowDays,
      ShowPage,
      ShowSummary,
      Ticket,
      TicketPage,
      Tier,
      Venue,
    },
    operations: [
      {
        method: 'get',
        path: '/v1/shows',
        id: 'listShows',
        summary: 'The shows this reseller sells',
        description: 'Without `from`, those that have not begun. A cursor belongs to the order it came from.',
        query: ShowQuery,
        answer: { status: 200, schema: 'ShowPage' },
        problems: ALWAYS,
      },
      {
        method: 'get',
        path: '/v1/show-days',
        id: 'listShowDays',
        summary: 'The days on which this reseller’s shows begin, for a calendar',
        query: ShowDaysQuery,
        answer: { status: 200, schema: 'ShowDays' },
        problems: ALWAYS,
      },
      {
        method: 'get',
        path: '/v1/shows/{id}',
        id: 'getShow',
        summary: 'One show, with its seat plan',
        answer: { status: 200, schema: 'Show' },
        problems: UNLESS_FOUND,
      },
      {
        method: 'get',
        path: '/v1/shows/{id}/availability',
        id: 'getAvailability',
        summary: 'What can be had, at one version of the show',
        answer: { status: 200, schema: 'Availability' },
        problems: UNLESS_FOUND,
      },
      {
        method: 'get',
        path: '/v1/artworks/{key}',
        id: 'getArtwork',
        summary: 'A show’s picture, 3:2',
        open: true,
        query: ArtworkQuery,
        answer: { status: 200, contentType: 'image/webp' },
        problems: ['core/invalid-request', 'core/not-found', 'core/internal', 'core/unavailable'],
      },
      {
        method: 'post',
        path: '/v1/holds',
        id: 'createHold',
        summary: 'Reserves tickets for one buyer, all of them or none',
        description:
          'A problem `core/unavailable-items` names the seats or tiers that could not be had, `core/limit-exceeded` the limit.',
        idempotent: true,
        body: 'HoldRequest',
        answer: { status: 201, schema: 'Hold' },
        problems: [
          ...UNLESS_FOUND,
          'core/unavailable-items',
          'core/limit-exceeded',
          'core/not-on-sale',
          'core/idempotency-conflict',
        ],
      },
      {
        method: 'post',
        path: '/v1/holds/{id}/extend',
        id: 'extendHold',
        summary: 'Makes a hold last its full length again, counted from now',
        answer: { status: 200, schema: 'Hold' },
        problems: [...UNLESS_FOUND, 'core/hold-expired', 'core/no-extensions-left'],
      },
      {
        method: 'delete',
        path: '/v1/holds/{id}',
        id: 'releaseHold',
        summary: 'Gives a hold back; one that has ended already stays ended',
        answer: { status: 204 },
        problems: [...UNLESS_FOUND, 'core/hold-expired'],
      },
      {
        method: 'post',
        path: '/v1/orders',
        id: 'createOrder',
        summary: 'Turns a hold into an order that waits for its payment',
        description: 'From here on the hold cannot expire. The order becomes `confirmed` or `failed`.',
        idempotent: true,
        body: 'OrderRequest',
        answer: { status: 201, schema: 'Order' },
        problems: [...UNLESS_FOUND, 'core/hold-expired', 'core/price-changed', 'core/idempotency-conflict'],
      },
      {
        method: 'get',
        path: '/v1/orders',
        id: 'listOrders',
        summary: 'One buyer’s orders, newest first',
        query: OrderQuery,
        answer: { status: 200, schema: 'OrderPage' },
        problems: ALWAYS,
      },
      {
        method: 'get',
        path: '/v1/orders/{id}',
        id: 'getOrder',
        summary: 'One order',
        answer: { status: 200, schema: 'Order' },
        problems: UNLESS_FOUND,
      },
      {
        method: 'get',
        path: '/v1/orders/{id}/tickets',
        id: 'listTickets',
        summary: 'An order’s tickets; none before it is confirmed',
        answer: { status: 200, schema: 'TicketPage' },
        problems: UNLESS_FOUND,
      },
    ],
  })
