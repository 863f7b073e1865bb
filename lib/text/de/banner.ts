import type { Messages } from '../en.ts'

export const banner: Messages['banner'] = {
  label: 'Gerade verkauft',
  seats: '{count, plural, one {Platz {labels} wurde gerade verkauft} other {Plätze {labels} wurden gerade verkauft}}',
  tickets:
    '{count, plural, one {# Ticket „{tier}“ wurde gerade verkauft} other {# Tickets „{tier}“ wurden gerade verkauft}}',
  several: '{count, plural, one {# Bestellung ist gerade eingegangen} other {# Bestellungen sind gerade eingegangen}}',
  rush: '{count, plural, one {# Ticket} other {# Tickets}} soeben verkauft',
  rushOf: '{count, plural, one {# Ticket} other {# Tickets}} „{tier}“ soeben verkauft',
  rushLeft: '{left, plural, =0 {{sold}, keines mehr übrig} other {{sold}, noch # übrig}}',
  pause: 'Diese Meldungen anhalten',
  resume: 'Diese Meldungen wieder zeigen',
  dismiss: 'Schließen',
  paused: 'Meldungen über Verkäufe sind angehalten.',
}
