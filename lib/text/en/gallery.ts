export const gallery = {
  title: 'Pictures',
  show: 'Picture {number} of {count}: {title}',
  strip: 'Pictures, scroll sideways',
}
