import type { Messages } from '../en.ts'

export const preview: Messages['preview'] = {
  label: 'Vorschau',
  title: 'Vorschau von Version {version}.',
  text: 'Das ist nicht der Shop selbst; hier können Sie nichts kaufen.',
}
