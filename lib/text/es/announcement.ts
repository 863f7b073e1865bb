import type { Messages } from '../en.ts'

export const announcement: Messages['announcement'] = {
  label: 'Anuncios',
  dismiss: 'Cerrar este anuncio',
  more: 'Más información',
}
