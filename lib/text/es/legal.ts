import type { Messages } from '../en.ts'

export const legal: Messages['legal'] = {
  imprint: 'Aviso legal',
  privacy: 'Política de privacidad',
  terms: 'Condiciones de venta',
}
