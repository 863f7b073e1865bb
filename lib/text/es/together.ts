import type { Messages } from '../en.ts'

export const together: Messages['together'] = {
  title: 'Las mejores butacas juntas',
  count: '¿Cuántas juntas?',
  fewer: 'Una butaca menos',
  more: 'Una butaca más',
  tier: 'Precio',
  anyTier: 'Cualquier precio',
  pick: 'Elegir por mí',
  picked: 'Elegidas: {seats}, una al lado de otra.',
  pickedOne: 'Elegida: {seats}.',
  none: 'Ya no quedan {count} butacas juntas.',
  less: 'Ya no quedan {count} butacas juntas. {left, plural, one {Quedan butacas sueltas.} other {Quedan hasta # juntas.}}',
  orphanTitle: 'La butaca {alone} se quedaría sola',
  orphanText: 'Una butaca suelta es difícil de vender. Estas son igual de buenas y no dejan ninguna sola: {seats}',
  orphanTake: 'Elegir {seats}',
  orphanKeep: 'Mantener mis butacas',
}
