export const preview = {
  label: 'Preview',
  title: 'Preview of version {version}.',
  text: 'This is not the shop itself, and nothing can be bought here.',
}
