import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'Vista previa',
  title: 'Vista previa de la versión {version}.',
  text: 'Este no es el sitio publicado y aquí no se puede comprar nada.',
}
