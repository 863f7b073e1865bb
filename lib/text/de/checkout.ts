import type { Messages } from '../en.ts'

export const checkout: Messages['checkout'] = {
  buyer: 'Für wen sind die Tickets?',
  guest: 'Ein Konto ist nicht nötig.',
  name: 'Name',
  nameHint: 'So, wie er auf den Tickets stehen soll',
  email: 'E-Mail',
  emailHint: 'Für die Bestätigung und für nichts anderes',
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
}
