import type { Messages } from '../en.ts'

export const list: Messages['list'] = {
  title: 'Alle Veranstaltungen',
  summary: 'Termine, Plätze und Endpreise von allem, wofür es bei {name} Tickets gibt.',
  search: 'Suche',
  searchPlaceholder: 'Künstler, Titel oder Ort',
  submit: 'Suchen',
  categories: 'Art der Veranstaltung',
  everything: 'Alles',
  concert: 'Konzerte',
  theatre: 'Theater',
  family: 'Familie',
  comedy: 'Comedy',
  dance: 'Tanz',
  other: 'Sonstiges',
  more: 'Weitere Veranstaltungen',
  fromStart: 'Zurück zum Anfang',
  emptyTitle: 'Nichts gefunden',
  emptyText: 'Versuchen Sie ein anderes Wort, oder sehen Sie sich das ganze Programm an.',
  showAll: 'Alle Veranstaltungen zeigen',
}
