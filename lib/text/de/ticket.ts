import type { Messages } from '../en.ts'

export const ticket: Messages['ticket'] = {
  admit: 'Einlass für eine Person',
  number: 'Ticket {number} von {count}',
  seat: 'Platz',
  holder: 'Name',
  category: 'Kategorie',
  scan: 'Bitte am Einlass vorzeigen',
  barcode: 'Code {code}',
}
