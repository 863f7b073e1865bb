import type { Messages } from '../en.ts'

export const orders: Messages['orders'] = {
  listTitle: 'Ihre Bestellungen',
  listAccount: 'Bestellungen Ihres Kontos',
  listGuest: 'In diesem Browser ohne Anmeldung bestellt',
  emptyTitle: 'Noch keine Bestellungen',
  emptyText:
    'Was Sie hier kaufen, finden Sie auf dieser Seite. Haben Sie in einem anderen Browser oder als Gast gekauft? Wir senden Ihnen Links zu Ihren Bestellungen per E-Mail.',
  browse: 'Zum Programm',
  findLink: 'Bestellung wiederfinden',
  older: 'Ältere Bestellungen',
  newest: 'Zu den neuesten',
  pending: 'Wartet auf die Zahlung',
  confirmed: 'Bestätigt',
  failed: 'Nicht bezahlt',
  cancelled: 'Storniert',
  showCancelled: 'Veranstaltung abgesagt',
  refunded: 'Erstattet',
  line: '{count, plural, one {# Ticket} other {# Tickets}} · Bestellung {code}',
  bought: 'Bestellt: {when}',
  showUnknown: 'Einzelheiten sind gerade nicht abrufbar',
  findTitle: 'Bestellung finden',
  findText:
    'Nennen Sie uns die E-Mail-Adresse, mit der Sie gekauft haben. Wenn es dazu Bestellungen aus dem letzten Jahr gibt, senden wir Ihnen zu jeder einen Link.',
  email: 'E-Mail',
  emailMissing: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailWrong: 'Das sieht nicht nach einer E-Mail-Adresse aus. Beispiel: name@example.com',
  code: 'Bestellnummer (freiwillig)',
  codeHint: 'Wenn Sie nur diese Bestellung suchen, zum Beispiel K7QX-24PD',
  findSend: 'Links zusenden',
  findSending: 'Einen Moment …',
  findDoneTitle: 'Bitte prüfen Sie Ihren Posteingang',
  findDoneText:
    'Wenn im letzten Jahr mit dieser Adresse hier etwas gekauft wurde, sind die Links unterwegs. Das kann einige Minuten dauern; sehen Sie auch im Spam-Ordner nach. Zum Schutz Ihrer Daten zeigen wir hier nichts an.',
  findAgain: 'Andere Adresse versuchen',
  tooMany: 'Das war etwas zu oft. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann erneut.',
  tryAgain: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  pdf: 'Als PDF herunterladen',
  calendar: 'Zum Kalender hinzufügen',
  resend: 'Erneut per E-Mail senden',
  resending: 'Wird gesendet …',
  resent: 'Die Bestätigung ist unterwegs an {email}.',
  resentAlready:
    'Sie wurde in der letzten Stunde schon erneut gesendet. Wenn sie nicht ankommt, sehen Sie im Spam-Ordner nach.',
  helpTitle: 'Stimmt etwas nicht?',
  helpConfirmed:
    'Auf dieser Seite lassen sich Bestellungen nicht ändern oder stornieren. Schreiben Sie uns mit Ihrer Bestellnummer: Wir sagen Ihnen, was möglich ist.',
  helpRefunded:
    'Wann das Geld ankommt, hängt von Ihrer Bank ab; meist dauert es drei bis zehn Tage. Ist es dann nicht da, schreiben Sie uns mit Ihrer Bestellnummer.',
  helpCancelled:
    'Wenn Sie das nicht wollten oder nichts über Ihr Geld gehört haben, schreiben Sie uns mit Ihrer Bestellnummer.',
  helpFailed: 'Wurde trotzdem etwas abgebucht? Schreiben Sie uns mit Ihrer Bestellnummer.',
  helpWrite: 'An {email} schreiben',
  helpSubject: 'Bestellung {code}',
  byLink:
    'Sie haben diese Bestellung über einen Link geöffnet. Wer den Link hat, kann sie öffnen: Geben Sie ihn mit Bedacht weiter.',
}
