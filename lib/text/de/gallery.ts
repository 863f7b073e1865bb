import type { Messages } from '../en.ts'

export const gallery: Messages['gallery'] = {
  title: 'Bilder',
  show: 'Bild {number} von {count}: {title}',
  strip: 'Bilder, seitlich scrollen',
}
