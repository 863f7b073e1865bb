import type { Messages } from '../en.ts'

export const live: Messages['live'] = {
  polling: 'Live-Meldungen kommen gerade verzögert. Die Seite fragt alle paar Sekunden selbst nach.',
  offline: 'Sie sind offline. Was Sie sehen, kann veraltet sein.',
}
