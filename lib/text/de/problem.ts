import type { Messages } from '../en.ts'

export const problem: Messages['problem'] = {
  stale: 'Stand {time}: Die Kasse antwortet gerade nicht.',
  notFoundTitle: 'Hier ist nichts',
  notFoundText: 'Die Seite ist umgezogen, oder es gab sie nie. Was gespielt wird, finden Sie hier:',
  showNotFoundTitle: 'Diese Veranstaltung kennen wir nicht',
  showNotFoundText: 'Vielleicht ist sie vorbei, oder sie wird hier nicht verkauft.',
  errorTitle: 'Etwas ist schiefgegangen',
  errorText: 'Das liegt an uns, und wir wissen schon davon. Bitte versuchen Sie es noch einmal.',
  brokenText:
    'Ein Teil dieser Seite hat in Ihrem Browser nicht funktioniert. Bitte versuchen Sie es noch einmal, oder laden Sie die Seite neu.',
  unansweredTitle: 'Wir haben keine Antwort erhalten',
  unansweredText: 'Es kann trotzdem geklappt haben: Laden Sie die Seite neu, bevor Sie es wiederholen.',
  coreDownTitle: 'Die Kasse antwortet nicht',
  coreDownText:
    'Es liegt an uns, nicht an Ihnen. Bitte versuchen Sie es in einer Minute noch einmal. Was Sie gekauft haben, bleibt Ihnen; bei reservierten Tickets läuft die Zeit weiter.',
  sessionsDownTitle: 'Gerade können wir nicht erkennen, wer Sie sind',
  sessionsDownText:
    'Es liegt an uns, nicht an Ihnen. Ihr Konto und Ihre Bestellungen sind sicher, und das Programm ist offen. Bitte versuchen Sie es in einer Minute noch einmal.',
  retry: 'Noch einmal versuchen',
  toShows: 'Zum Programm',
  findOrder: 'Bestellung wiederfinden',
}
