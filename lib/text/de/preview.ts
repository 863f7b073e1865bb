import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'Vorschau',
  title: 'Vorschau von Version {version}.',
  text: 'Das ist nicht die veröffentlichte Seite; hier können Sie nichts kaufen.',
}
