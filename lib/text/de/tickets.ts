import type { Messages } from '../en.ts'

export const tickets: Messages['tickets'] = {
  chooseTickets: 'Tickets wählen',
  chooseSeats: 'Plätze wählen',
  quantityOf: 'Anzahl der Tickets, {tier}',
  fewer: 'Ein Ticket weniger, {tier}',
  more: 'Ein Ticket mehr, {tier}',
  left: '{count, plural, one {Das letzte} other {Noch #}}',
  limit: '{count, plural, one {Ein Ticket pro Person.} other {Bis zu # Tickets pro Person.}}',
  limitReached: 'Mehr als {count} sind nicht möglich.',
  asOf: 'Live, Stand {time}',
  asOfStale: 'Stand {time}',
  loading: 'Wir fragen die Kasse …',
  unreachableTitle: 'Die Kasse antwortet nicht',
  unreachableText:
    'Sie sehen, was wir wissen. Wir versuchen es weiter; Preise und Plätze erscheinen, sobald sie wieder da ist.',
  retry: 'Noch einmal versuchen',
}
