import type { Messages } from '../en.ts'

export const mail: Messages['mail'] = {
  linkHint: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse im Browser:',
  notYou: 'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ohne diesen Link passiert nichts.',
  questions: 'Fragen? Schreiben Sie an {email}.',
  questionsPhone: 'Fragen? Schreiben Sie an {email} oder rufen Sie an: {phone}.',
  when: 'Wann',
  doors: 'Einlass',
  where: 'Wo',
  order: 'Bestellung',
  name: 'Name',
  ticketCount: 'Tickets',
  total: 'Gesamt',
  before: 'Bisher',
  tier: 'Preiskategorie',

  verifySubject: 'Bestätigen Sie Ihre E-Mail-Adresse',
  verifyText: 'Bitte bestätigen Sie, dass diese Adresse Ihnen gehört. Dann ist Ihr Konto bei {name} bereit.',
  verifyButton: 'Adresse bestätigen',
  resetSubject: 'Wählen Sie ein neues Passwort',
  resetText: 'Jemand, vermutlich Sie, hat das Passwort Ihres Kontos bei {name} vergessen. Hier wählen Sie ein neues.',
  resetButton: 'Neues Passwort wählen',
  newEmailSubject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  newEmailText:
    'Ihr Konto bei {name} soll künftig diese Adresse verwenden. Bitte bestätigen Sie, dass sie Ihnen gehört.',
  newEmailButton: 'Adresse bestätigen',
  emailChangedSubject: 'Ihre E-Mail-Adresse wurde geändert',
  emailChangedText:
    'Ihr Konto bei {name} verwendet jetzt eine andere Adresse; dies ist die letzte Nachricht an diese hier. Waren Sie das nicht, schreiben Sie uns bitte sofort.',
  existsSubject: 'Sie haben schon ein Konto',
  existsText:
    'Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto bei {name} eröffnen. Sie haben bereits eines: Melden Sie sich an, oder wählen Sie dort ein neues Passwort.',
  existsButton: 'Anmelden',
  deletedSubject: 'Ihr Konto wurde gelöscht',
  deletedText: 'Ihr Konto bei {name} gibt es nicht mehr. Gekaufte Tickets bleiben gültig.',

  confirmedSubject: 'Ihre Tickets: {title}',
  confirmedTitle: 'Viel Vergnügen!',
  confirmedText: 'Die Bestellung {code} ist bestätigt. Ihre Tickets liegen darin bereit.',
  confirmedButton: 'Tickets öffnen',
  failedSubject: 'Die Zahlung war nicht erfolgreich: {title}',
  failedTitle: 'Die Zahlung war nicht erfolgreich',
  failedText: 'Ihnen wurde nichts berechnet, die Tickets der Bestellung {code} sind wieder im Verkauf.',
  failedButton: 'Neu auswählen',
  refundedSubject: 'Die Bestellung {code} wurde erstattet',
  refundedText:
    'Der volle Betrag geht auf demselben Weg zurück, auf dem Sie bezahlt haben. Die Tickets gelten nicht mehr.',
  cancelledSubject: 'Die Bestellung {code} wurde storniert',
  cancelledText: 'Die Tickets gelten nicht mehr.',
  orderButton: 'Bestellung öffnen',

  changedSubject: 'Geändert: {title}',
  changedText: 'An einer Veranstaltung, für die Sie Tickets haben, hat sich etwas geändert. Das ist der neue Stand.',
  movedSubject: 'Neuer Termin: {title}',
  movedText:
    'Eine Veranstaltung, für die Sie Tickets haben, findet zu einer anderen Zeit statt als bisher angekündigt. Ihre Tickets bleiben gültig.',
  showCancelledSubject: 'Abgesagt: {title}',
  showCancelledText:
    'Es tut uns leid: Eine Veranstaltung, für die Sie Tickets haben, findet nicht statt. Was mit Ihrer Zahlung geschieht, steht in Ihrer Bestellung.',
  tomorrowSubject: 'Bald ist es so weit: {title}',
  tomorrowTitle: 'Bald ist es so weit',
  tomorrowText:
    '{count, plural, one {Sie haben ein Ticket für diese Veranstaltung. Halten Sie es beim Einlass bereit.} other {Sie haben # Tickets für diese Veranstaltung. Halten Sie sie beim Einlass bereit.}}',

  waitlistConfirmSubject: 'Dürfen wir Ihnen zu {title} schreiben?',
  waitlistConfirmText:
    'Jemand, vermutlich Sie, möchte unter dieser Adresse erfahren, wenn es wieder Tickets für diese Veranstaltung gibt. Bitte bestätigen Sie das; sonst hören Sie nicht noch einmal von uns.',
  waitlistConfirmButton: 'Ja, benachrichtigen Sie mich',
  availableSubject: 'Wieder Tickets: {title}',
  availableText:
    'Für diese Veranstaltung sind wieder Tickets im Verkauf. Wer zuerst kommt, bekommt sie: Für Sie ist keines zurückgelegt, und wenn Sie nachsehen, können sie schon vergeben sein.',
  availableButton: 'Nachsehen, was es gibt',
  unsubscribe: 'Zu dieser Veranstaltung keine Nachrichten mehr',
  endReminders: 'Keine Erinnerungen von {name} mehr',

  linksSubject: 'Ihre Bestellungen bei {name}',
  linksText:
    'Sie haben nach Ihren Bestellungen bei {name} gefragt. Jeder dieser Links öffnet eine davon ohne Anmeldung; geben Sie diese Nachricht deshalb nicht weiter.',
  linksButton: 'Bestellung {code} öffnen',
}
