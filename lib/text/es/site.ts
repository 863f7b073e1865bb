import type { Messages } from '../en.ts'

export const site: Messages['site'] = {
  skipToContent: 'Ir al contenido',
  mainNavigation: 'Principal',
  footerNavigation: 'Sobre este sitio',
  openMenu: 'Menú',
  home: '{name}, inicio',
  languages: 'Idioma',
  help: 'Ayuda con su compra',
  rights: '© {year} {name}',
  pageOf: '{title} · {name}',
}
