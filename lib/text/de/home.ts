import type { Messages } from '../en.ts'

export const home: Messages['home'] = {
  nextUp: 'Als Nächstes',
  tickets: 'Tickets',
  seeAll: 'Alle Veranstaltungen',
  more: 'Weitere Veranstaltungen',
  emptyTitle: 'Zurzeit ist nichts im Verkauf',
  emptyText: 'Neue Termine stehen zuerst hier. Fragen? Schreiben Sie an {email}.',
  unreachableTitle: 'Das Programm lässt sich gerade nicht anzeigen',
  unreachableText:
    'Wir erreichen die Kasse gerade nicht. Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal.',
}
