import type { Messages } from '../en.ts'

export const checkout: Messages['checkout'] = {
  buyer: 'Für wen sind die Tickets?',
  guest: 'Ein Konto ist nicht nötig.',
  name: 'Name',
  nameHint: 'So, wie er auf den Tickets stehen soll',
  email: 'E-Mail',
  emailHint: 'Für Ihre Tickets und Nachrichten zu dieser Veranstaltung. Erinnerungen können Sie jederzeit abbestellen.',
  nameMissing: 'Bitte geben Sie einen Namen ein.',
  nameLong: 'Bitte höchstens 120 Zeichen.',
  emailMissing: 'Bitte geben Sie eine E-Mail-Adresse ein.',
  emailWrong: 'Das sieht nicht nach einer E-Mail-Adresse aus. Beispiel: name@example.com',
  // Words that the law prescribes (§ 312j BGB): what stands on the button says that it costs something.
  pay: 'Zahlungspflichtig bestellen · {price}',
  paying: 'Bestellung wird gesendet …',
  summary: 'Ihre Bestellung',
  fees: 'Gebühren (enthalten)',
  failedTitle: 'Ihre Bestellung konnte nicht abgeschlossen werden',
  failedText:
    'Ihnen wurde nichts berechnet, und Ihre Tickets sind weiter reserviert. Bitte versuchen Sie es noch einmal.',
  errorsTitle:
    '{count, plural, one {Bitte sehen Sie sich ein Feld noch einmal an} other {Bitte sehen Sie sich # Felder noch einmal an}}',
  haveAccount: 'Haben Sie hier ein Konto?',
  signIn: 'Anmelden; Ihre Tickets bleiben reserviert',
  priceChangedTitle: 'Der Preis hat sich geändert',
  priceChangedText:
    'Er war {before} und ist jetzt {now}. Es wurde nichts bestellt oder berechnet. Wenn das in Ordnung ist, drücken Sie bitte noch einmal auf die Schaltfläche.',
  priceChangedAskedText:
    'Er war {before} und ist jetzt {now}. Was aus der Bestellung davor geworden ist, wissen wir noch nicht. Sehen Sie bitte zuerst unter Ihren Bestellungen nach, oder drücken Sie noch einmal auf die Schaltfläche, um zum neuen Preis zu bestellen.',
  offlineTitle: 'Sie sind offline',
  offlineText:
    'Es wurde nichts gesendet, bestellt oder berechnet. Bitte drücken Sie noch einmal auf die Schaltfläche, sobald Sie wieder verbunden sind.',
  waitTitle: 'Bitte warten Sie einen Moment',
  waitText:
    'Von Ihrer Verbindung kamen zu viele Anfragen auf einmal. Warten Sie kurz und drücken Sie noch einmal auf die Schaltfläche: Dieselben Tickets werden nie zweimal berechnet.',
  alreadyTitle: 'Diese Tickets sind anscheinend schon bestellt',
  alreadyText:
    'Vor dieser Bestellung kam schon eine mit anderen Angaben an. Bitte sehen Sie unter Ihren Bestellungen nach; war sie erfolgreich, bekommen Sie eine Bestätigung per E-Mail.',
  overTitle: 'Diese Tickets sind nicht mehr reserviert',
  overText:
    'Die Zeit war abgelaufen, bevor diese Bestellung ankam, oder die Tickets waren schon bestellt. Dann finden Sie die Bestellung unter Ihren Bestellungen.',
  readFirst: 'Bitte lesen Sie vor der Bestellung (öffnet in einem neuen Tab):',
  unknownTitle: 'Wir haben keine Antwort erhalten',
  unknownText:
    'Ihre Bestellung kann trotzdem angekommen sein. Drücken Sie noch einmal auf die Schaltfläche: Dieselben Tickets werden nie zweimal berechnet.',
}
