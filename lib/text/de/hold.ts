import type { Messages } from '../en.ts'

export const hold: Messages['hold'] = {
  title: 'Kasse',
  timeLeft: 'Verbleibende Zeit',
  timeLeftSpoken:
    'Noch {minutes, plural, =0 {} one {# Minute } other {# Minuten }}{seconds, plural, one {# Sekunde} other {# Sekunden}}',
  extend: 'Mehr Zeit, bitte',
  extending: 'Einen Moment …',
  extended: 'Sie haben jetzt mehr Zeit.',
  noExtensions: 'Die Zeit lässt sich nicht weiter verlängern.',
  warningTitle: 'Ihre Tickets sind nur noch kurz reserviert: weniger als eine Minute',
  warningText: 'Brauchen Sie etwas länger?',
  release: 'Tickets freigeben',
  releaseConfirm: 'Wirklich freigeben?',
  releaseYes: 'Ja, freigeben',
  releaseNo: 'Behalten',
  lostTitle: 'Ihre Zeit ist abgelaufen',
  lostText: 'Die Tickets sind wieder im Verkauf, berechnet wurde nichts. Vielleicht sind sie noch da.',
  releasedTitle: 'Sie haben die Tickets freigegeben',
  releasedText: 'Berechnet wurde nichts. Die Tickets sind wieder im Verkauf.',
  unknownTitle: 'Diese Reservierung kennen wir nicht',
  unknownText: 'Vielleicht ist sie längst abgelaufen, oder sie entstand in einem anderen Browser.',
  again: 'Neu auswählen',
  orderedTitle: 'Diese Tickets gehören Ihnen schon',
  orderedLink: 'Zu Ihrer Bestellung',
}
