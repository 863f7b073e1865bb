import type { Messages } from '../en.ts'

export const order: Messages['order'] = {
  title: 'Ihre Bestellung',
  code: 'Bestellung {code}',
  pendingTitle: 'Wir warten auf die Zahlung',
  pendingText:
    'Das dauert ein paar Sekunden. Die Seite geht von selbst weiter; lassen Sie sie offen oder kommen Sie später wieder.',
  redirectTitle: 'Es fehlt nur noch die Zahlung',
  redirectText:
    'Sie zahlen auf der Seite des Zahlungsanbieters; Ihre Tickets bleiben solange reserviert. Kommen Sie danach hierher zurück: Diese Seite zeigt sofort, ob es geklappt hat.',
  redirectGo: 'Weiter zur Zahlung',
  confirmedTitle: 'Viel Vergnügen!',
  confirmedText: 'Ihre Tickets stehen unten. Eine Bestätigung geht an {email}.',
  showCancelledTitle: 'Diese Veranstaltung ist abgesagt',
  showCancelledText: 'Ihre Tickets werden erstattet, ohne dass Sie etwas tun müssen.',
  failedTitle: 'Die Zahlung war nicht erfolgreich',
  failedText: 'Ihnen wurde nichts berechnet, die Tickets sind wieder im Verkauf.',
  failedDeclined:
    'Die Bank oder der Kartenanbieter hat sie abgelehnt. Mit einer anderen Karte oder Zahlungsart kann es klappen.',
  failedUnfinished: 'Sie wurde auf der Seite des Zahlungsanbieters nicht rechtzeitig abgeschlossen.',
  failedMoved:
    'Die Veranstaltung wurde inzwischen verlegt; noch nicht bezahlte Bestellungen für den alten Termin sind damit beendet.',
  failedOther: 'Oft hilft eine andere Karte oder Zahlungsart; Ihre Bank kann Ihnen mehr sagen.',
  cancelledTitle: 'Diese Bestellung wurde storniert',
  cancelledText: 'Die Tickets gelten nicht mehr.',
  refundedTitle: 'Diese Bestellung wurde erstattet',
  refundedText:
    'Der volle Betrag geht auf demselben Weg zurück, auf dem Sie bezahlt haben. Die Tickets gelten nicht mehr.',
  otherTotalTitle: 'Der Betrag dieser Bestellung ist ein anderer',
  otherTotalText:
    'Sie haben {before} zugestimmt, an der Kasse wurde die Bestellung aber zu {now} angelegt. Dort gilt {now}. Wenn Sie das nicht möchten, schreiben Sie uns bitte.',
  tickets: 'Tickets',
  print: 'Drucken',
  details: 'Einzelheiten',
  total: 'Gesamt',
  bookedBy: 'Gebucht von',
  bookedAt: 'Gebucht am',
  again: 'Neu auswählen',
  unknownTitle: 'Diese Bestellung kennen wir nicht',
  unknownText:
    'Öffnen Sie sie in dem Browser, in dem Sie gekauft haben, oder lassen Sie sich einen Link per E-Mail senden.',
  progress: 'Stand Ihrer Bestellung',
  stepReserved: 'Reserviert',
  stepPayment: 'Zahlung',
  stepTickets: 'Tickets',
  ticketsLoading: 'Ihre Tickets werden ausgestellt …',
  ticketsAway: 'Ihre Tickets sind sicher; die Kasse antwortet gerade nicht. Wir versuchen es weiter.',
  ticketsOffline:
    'Ihre Tickets sind sicher. Sie sind offline; die Tickets erscheinen hier, sobald Sie wieder verbunden sind.',
}
