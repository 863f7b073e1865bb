import type { Messages } from '../en.ts'

export const site: Messages['site'] = {
  skipToContent: 'Zum Inhalt',
  mainNavigation: 'Hauptmenü',
  footerNavigation: 'Über diese Seite',
  openMenu: 'Menü',
  home: '{name}, Startseite',
  languages: 'Sprache',
  help: 'Hilfe zu Ihrer Buchung',
  rights: '© {year} {name}',
  pageOf: '{title} · {name}',
}
