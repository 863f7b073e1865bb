import type { Messages } from '../en.ts'

export const ticketFile: Messages['ticketFile'] = {
  title: 'Tickets zur Bestellung {code}: {title}',
  doors: 'Einlass {time}',
  tickets: '{count, plural, one {# Ticket} other {# Tickets}}',
  order: 'Bestellung {code}',
  orderLabel: 'Bestellung',
  help: 'Fragen? {email}',
}
