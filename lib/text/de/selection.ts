import type { Messages } from '../en.ts'

export const selection: Messages['selection'] = {
  title: 'Ihre Tickets',
  emptyTickets: 'Noch nichts ausgewählt.',
  emptySeats: 'Wählen Sie Plätze auf dem Plan. Reserviert wird erst, wenn Sie weitergehen.',
  total: 'Gesamt',
  totalNote: 'Alle Gebühren enthalten',
  count: '{count, plural, one {# Ticket} other {# Tickets}}',
  remove: '{label} entfernen',
  continue: 'Weiter',
  holding: 'Wird reserviert …',
  notice: 'Ihre Tickets bleiben reserviert, während Sie bezahlen.',
  lostTitle: '{count, plural, one {Platz {labels} ist vergeben} other {Plätze {labels} sind vergeben}}',
  lostHeld: 'Jemand hat ihn gerade in den Warenkorb gelegt.',
  lostSold: 'Jemand hat ihn gerade gekauft.',
  lostOffer: 'Beste Alternative: {label}, {price}',
  lostTake: '{label} nehmen',
  lostNone: 'Es ist nichts Vergleichbares mehr frei.',
  lostDismiss: 'In Ordnung',
  reducedTitle: '{tier}: nur noch {count} übrig',
  reducedText: 'Wir haben Ihre Auswahl angepasst.',
  goneTitle: '{tier} ist gerade ausverkauft',
  offlineTitle: 'Sie sind offline',
  offlineText:
    'Es wurde nichts gesendet. Bitte drücken Sie noch einmal auf die Schaltfläche, sobald Sie wieder verbunden sind.',
  failedTitle: 'Das hat nicht geklappt',
  failedText: 'Es wurde nichts reserviert. Bitte versuchen Sie es noch einmal.',
  failedLimit: 'Pro Person gibt es höchstens {count} Tickets für diese Veranstaltung.',
  failedNotOnSale: 'Diese Veranstaltung ist gerade nicht im Verkauf. Es wurde nichts reserviert.',
  noAnswerTitle: 'Wir haben keine Antwort bekommen',
  noAnswerText:
    'Vielleicht sind Ihre Tickets trotzdem schon reserviert. Bitte versuchen Sie es noch einmal: Doppelt reserviert wird nichts.',
  tryAgain: 'Noch einmal versuchen',
  failedMany:
    'Über Ihren Internetanschluss reservieren gerade sehr viele Menschen Tickets für diese Veranstaltung. Bitte versuchen Sie es in zehn Minuten noch einmal.',
  openTitle: 'Ihre Tickets warten auf Sie',
  openText: 'Sie sind noch {time} für Sie reserviert.',
  openNamed: '{labels}: noch {time} für Sie reserviert.',
  openContinue: 'Weiter zur Zahlung',
  openChange: 'Auswahl ändern',
  changeTitle: 'Jetzt können Sie Ihre Auswahl ändern',
  changeText:
    'Ihre Auswahl ist jetzt das, was Sie reserviert hatten. Wieder reserviert wird sie erst, wenn Sie weitergehen.',
  changePartly:
    'Nicht alles, was Sie reserviert hatten, ließ sich wieder auswählen. Reserviert wird Ihre Auswahl erst, wenn Sie weitergehen.',
  changeWait: 'Das war etwas viel auf einmal. Bitte warten Sie kurz und versuchen Sie es noch einmal.',
  changeUnanswered:
    'Wir haben keine Antwort bekommen; vielleicht sind diese Tickets nicht mehr reserviert. Bitte versuchen Sie es noch einmal.',
  changeFailed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  changeNotTitle: 'Diese Tickets lassen sich nicht mehr ändern',
  changeOver: 'Diese Reservierung ist abgelaufen oder zu einer Bestellung geworden.',
  changeGone:
    'Vielleicht wurden Sie abgemeldet, oder die Reservierung ist längst abgelaufen. Falls Sie schon bestellt haben, bleibt die Bestellung bestehen.',
  changeOrders: 'Zu Ihren Bestellungen',
}
