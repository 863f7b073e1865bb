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
  pay: '{price} bezahlen',
  paying: 'Bestellung wird gesendet …',
  summary: 'Ihre Bestellung',
  fees: 'Gebühren (enthalten)',
  failedTitle: 'Die Bestellung ist nicht durchgegangen',
  failedText:
    'Ihnen wurde nichts berechnet, und Ihre Tickets sind weiter reserviert. Bitte versuchen Sie es noch einmal.',
  errorsTitle:
    '{count, plural, one {Bitte sehen Sie sich ein Feld noch einmal an} other {Bitte sehen Sie sich # Felder noch einmal an}}',
  haveAccount: 'Haben Sie hier ein Konto?',
  signIn: 'Anmelden; Ihre Tickets bleiben reserviert',
  priceChangedTitle: 'Der Preis hat sich geändert',
  priceChangedText:
    'Er war {before} und ist jetzt {now}. Es wurde nichts bestellt oder berechnet. Wenn das in Ordnung ist, drücken Sie bitte noch einmal.',
  unknownTitle: 'Wir haben keine Antwort erhalten',
  unknownText:
    'Ihre Bestellung kann trotzdem angekommen sein. Drücken Sie noch einmal: Dieselben Tickets werden nie zweimal berechnet.',
}
