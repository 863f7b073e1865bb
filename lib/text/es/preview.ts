import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'Vista previa',
  title: 'Vista previa de la versión {version}.',
  text: 'Esta no es la tienda en sí y aquí no se puede comprar nada.',
}
