import type { Messages } from '../en.ts'

export const hold: Messages['hold'] = {
  title: 'Kasse',
  timeLeft: 'Verbleibende Zeit',
  timeLeftSpoken: 'Noch {minutes, plural, one {# Minute} other {# Minuten}}',
  extend: 'Mehr Zeit, bitte',
  extending: 'Einen Moment …',
  extended: 'Sie haben jetzt mehr Zeit.',
  noExtensions: 'Die Zeit lässt sich nicht weiter verlängern.',
  warningTitle: 'Ihre Tickets sind noch weniger als eine Minute reserviert',
  warningText: 'Brauchen Sie etwas länger?',
  tryAgain: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  offline:
    'Sie sind offline: Es wurde nichts gesendet. Bitte versuchen Sie es noch einmal, sobald Sie wieder verbunden sind.',
  wait: 'Das war etwas viel auf einmal. Bitte warten Sie kurz und versuchen Sie es noch einmal.',
  over: 'Diese Reservierung ist abgelaufen oder zu einer Bestellung geworden.',
  goneTitle: 'Dieser Browser hat die Reservierung nicht mehr',
  goneText:
    'Vielleicht wurden Sie abgemeldet, Cookies wurden gelöscht, oder die Reservierung ist längst abgelaufen. Falls Sie schon bestellt haben, bleibt die Bestellung bestehen.',
  goneSignIn: 'Anmelden',
  askedTitle: 'Diese Tickets lassen sich gerade nicht freigeben',
  askedText:
    'Für sie wurde eine Bestellung gesendet, und wir haben nicht erfahren, was daraus wurde. Ist sie angekommen, finden Sie sie unter Ihren Bestellungen.',
  askingTitle: 'Ihre Zeit lief ab, als Ihre Bestellung schon unterwegs war',
  askingText: 'Vielleicht ist sie trotzdem angekommen. Sobald wir es wissen, steht es hier.',
  release: 'Tickets freigeben',
  releaseConfirm: 'Wirklich freigeben?',
  releaseYes: 'Ja, freigeben',
  releaseNo: 'Behalten',
  lostTitle: 'Ihre Zeit ist abgelaufen',
  lostText: 'Die Tickets sind wieder im Verkauf, berechnet wurde nichts. Vielleicht sind sie noch da.',
  unansweredTitle: 'Zu Ihrer Bestellung kam keine Antwort',
  unansweredText:
    'Die Tickets sind nicht mehr reserviert, und wir wissen nicht, ob Ihre Bestellung noch rechtzeitig ankam. Falls ja, finden Sie sie unter Ihren Bestellungen und bekommen eine Bestätigung per E-Mail.',
  unansweredLink: 'Zu Ihren Bestellungen',
  releasedTitle: 'Sie haben die Tickets freigegeben',
  releasedText: 'Berechnet wurde nichts. Die Tickets sind wieder im Verkauf.',
  unknownTitle: 'Diese Reservierung kennen wir nicht',
  unknownText: 'Vielleicht ist sie längst abgelaufen, oder sie wurde in einem anderen Browser angelegt.',
  again: 'Neu auswählen',
  orderedTitle: 'Diese Tickets gehören Ihnen schon',
  orderedLink: 'Zu Ihrer Bestellung',
}
