import type { Messages } from '../en.ts'

export const inbox: Messages['inbox'] = {
  title: 'Mitteilungen',
  markRead: 'Alle als gelesen markieren',
  markFailed: 'Das konnte nicht als gelesen markiert werden. Bitte versuchen Sie es noch einmal.',
  new: 'Neu',
  empty: 'Noch nichts',
  emptyText:
    'Wenn Sie hier Tickets kaufen, lesen Sie an dieser Stelle, wie es mit Ihrer Bestellung weitergeht und was sich an Ihrer Veranstaltung ändert.',
  guest: 'Ohne Konto werden diese Mitteilungen nur für diesen Browser aufbewahrt.',
  failed: 'Ihre Mitteilungen konnten nicht geladen werden.',
  again: 'Noch einmal versuchen',
  more: 'Ältere anzeigen',
  loading: 'Ihre Mitteilungen werden geladen …',
  confirmed: 'Bestellung {code} ist bestätigt: {title}',
  orderFailed: 'Die Zahlung war nicht erfolgreich: {title}',
  refunded: 'Bestellung {code} wurde erstattet: {title}',
  orderCancelled: 'Bestellung {code} wurde storniert: {title}',
  changed: 'Geändert: {title}',
  showCancelled: 'Abgesagt: {title}',
  tomorrow: 'Bald ist es so weit: {title}',
}
