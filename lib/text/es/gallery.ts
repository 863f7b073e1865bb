import type { Messages } from '../en.ts'

export const gallery: Messages['gallery'] = {
  title: 'Imágenes',
  show: 'Imagen {number} de {count}: {title}',
  strip: 'Imágenes, desplazamiento lateral',
}
