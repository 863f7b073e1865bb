export const site = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  footerNavigation: 'About this site',
  openMenu: 'Menu',
  home: '{name}, home',
  languages: 'Language',
  help: 'Help with your booking',
  rights: '© {year} {name}',
  pageOf: '{title} · {name}',
}
