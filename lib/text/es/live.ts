import type { Messages } from '../en.ts'

export const live: Messages['live'] = {
  polling: 'Las novedades llegan con retraso. La página se actualiza cada pocos segundos.',
  offline: 'No tiene conexión. Lo que ve puede haber cambiado.',
}
