import type { Messages } from '../en.ts'

export const together: Messages['together'] = {
  title: 'Die besten Plätze nebeneinander',
  count: 'Wie viele nebeneinander?',
  fewer: 'Ein Platz weniger',
  more: 'Ein Platz mehr',
  tier: 'Preis',
  anyTier: 'Jeder Preis',
  pick: 'Für mich auswählen',
  picked: 'Gewählt: {seats}, nebeneinander.',
  pickedOne: 'Gewählt: {seats}.',
  none: '{count} Plätze nebeneinander gibt es nicht mehr.',
  less: '{count} Plätze nebeneinander gibt es nicht mehr. {left, plural, one {Einzelne Plätze sind noch frei.} other {Bis zu # nebeneinander sind noch frei.}}',
  orphanTitle: 'Platz {alone} bliebe allein übrig',
  orphanText: 'Ein einzelner Platz ist schwer zu verkaufen. Diese sind ebenso gut, und keiner bleibt übrig: {seats}',
  orphanTake: '{seats} nehmen',
  orphanKeep: 'Meine Plätze behalten',
}
