import type { Messages } from '../en.ts'

export const waitlist: Messages['waitlist'] = {
  open: 'Benachrichtigen, sobald es wieder Tickets gibt',
  about:
    'Wir schreiben Ihnen, wenn wieder Tickets im Verkauf sind. Wer zuerst kommt, bekommt sie: Für Sie wird keines zurückgelegt.',
  email: 'E-Mail-Adresse',
  emailMissing: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailWrong: 'Das sieht nicht nach einer E-Mail-Adresse aus. Beispiel: name@example.com',
  quantity: 'Wie viele Tickets?',
  which: 'Welche?',
  any: 'Jede Preiskategorie',
  send: 'Benachrichtigung anfordern',
  sent: 'Bitte prüfen Sie Ihren Posteingang: Wir haben {email} gefragt, ob wir schreiben dürfen. Auf der Liste stehen Sie, sobald Sie es dort bestätigen.',
  available: 'Es gibt wieder Tickets: Sehen Sie oben nach.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  tooMany: 'Das war etwas zu oft. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann erneut.',
  title: 'Warteliste',
  confirmText: 'Sollen wir an {email} schreiben, wenn es für diese Veranstaltung wieder Tickets gibt?',
  confirm: 'Ja, benachrichtigen Sie mich',
  confirmed: 'Sie stehen auf der Liste',
  confirmedText:
    'Wir schreiben an {email}, wenn es für diese Veranstaltung wieder Tickets gibt. Wer zuerst kommt, bekommt sie: Für Sie wird keines zurückgelegt.',
  leave: 'Nicht benachrichtigen',
  left: 'Ihre Adresse steht nicht mehr auf der Liste',
  leftText: 'Wir schreiben Ihnen zu dieser Veranstaltung nicht mehr.',
  unknown: 'Dieser Link gilt nicht mehr',
  unknownText: 'Die Adresse steht nicht mehr auf der Liste oder stand nie darauf.',
  toShow: 'Zur Veranstaltung',
}
