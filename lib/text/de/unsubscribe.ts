import type { Messages } from '../en.ts'

export const unsubscribe: Messages['unsubscribe'] = {
  title: 'Erinnerungen per E-Mail',
  question: 'Keine Erinnerungen von {name} mehr an diese Adresse?',
  questionText:
    'Am Tag vor einer Veranstaltung erinnern wir Sie per E-Mail. Nachrichten zu Ihren Bestellungen und zu Änderungen Ihrer Veranstaltungen erhalten Sie in jedem Fall.',
  end: 'Keine Erinnerungen mehr',
  ended: '{name} sendet keine Erinnerungen mehr an diese Adresse.',
  endedText: 'Nachrichten zu Ihren Bestellungen und zu Änderungen Ihrer Veranstaltungen erhalten Sie in jedem Fall.',
  undo: 'Wieder erinnern',
  back: '{name} erinnert Sie wieder.',
  backText: 'Am Tag vor einer Veranstaltung schreiben wir an diese Adresse.',
  left: '{name} schreibt zu dieser Veranstaltung nicht mehr an diese Adresse.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  toShop: 'Zum Shop',
}
