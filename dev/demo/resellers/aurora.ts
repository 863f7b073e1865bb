import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { auroraLegal } from './legal/aurora.ts'

/** Concerts, loud: black, one acid green, wide capitals, hard edges. */
export const aurora: ResellerConfig = {
  name: 'Aurora',
  hosts: ['aurora.localhost'],
  locale: 'en-GB',
  locales: ['en-GB', 'es-ES', 'de-DE'],
  currency: 'GBP',
  timeZone: 'Europe/London',
  theme: {
    scheme: 'dark',
    colours: {
      background: '#08090b',
      surface: '#14161a',
      text: '#f5f6f1',
      mutedText: '#a4aab4',
      border: '#2c3038',
      primary: '#c6ff3d',
      onPrimary: '#0d1400',
      accent: '#ff5c9e',
      onAccent: '#1f0010',
      positive: '#4be3a0',
      warning: '#ffb938',
      negative: '#ff7a6b',
    },
    fonts: { display: 'unbounded', body: 'archivo' },
    radius: 'none',
    density: 'compact',
    style: 'poster',
  },
  logo: { wordmark: 'AURORA', mark: 'aurora' },
  texts: {
    tagline: 'Get in early. Stay till the lights come up.',
    description:
      'Gig and festival tickets for the UK and beyond. One price from the first tap to the last, and seats that update while you look.',
    holdNotice: 'Your tickets are yours while the clock runs. Nobody can take them.',
  },
  home: [
    {
      type: 'hero',
      title: 'Loud nights, fair prices',
      text: 'From basements in Bristol to arenas in Manchester. Every fee is already in the number you see.',
    },
    {
      type: 'featured',
      title: 'Loudest first',
      showIds: ['velvet-static', 'north-sea-choir', 'paper-tigers', 'halogen-saints'],
    },
    { type: 'upcoming', title: 'On the calendar' },
    {
      type: 'text',
      title: 'No queue, no nonsense',
      text: 'The map is live. When someone buys a seat, it goes grey on your screen a moment later. Hold yours for ten minutes, and ask for more time if the bus is late.\n\nCan’t make it? Write to us until two days before the doors open and we will find your tickets a good home.',
    },
  ],
  navigation: [
    { label: 'All gigs', href: '/shows' },
    { label: 'Concerts', href: '/shows?category=concert' },
    { label: 'Comedy', href: '/shows?category=comedy' },
  ],
  footer: {
    text: 'Aurora Live Ltd sells tickets on behalf of the venues and promoters named on each page. Registered in England.',
    links: [
      { label: 'All gigs', href: '/shows' },
      { label: 'Write to us', href: 'mailto:hello@aurora.example' },
    ],
  },
  support: { email: 'hello@aurora.example', phone: '+44 20 7946 0321' },
  ...auroraLegal['en-GB'],
  translations: {
    'es-ES': {
      ...auroraLegal['es-ES'],
      texts: {
        tagline: 'Llega pronto. Quédate hasta que enciendan las luces.',
        description:
          'Entradas para conciertos y festivales en el Reino Unido y más allá. Un solo precio de principio a fin, y un plano que cambia mientras lo miras.',
        holdNotice: 'Las entradas son tuyas mientras corre el reloj. Nadie puede quitártelas.',
      },
      home: [
        {
          title: 'Noches ruidosas, precios justos',
          text: 'De los sótanos de Bristol a los pabellones de Mánchester. El precio que ves ya lleva todos los gastos.',
        },
        { title: 'Lo que más suena' },
        { title: 'En el calendario' },
        {
          title: 'Sin colas y sin letra pequeña',
          text: 'El plano es en directo: cuando alguien compra una butaca, se vuelve gris en tu pantalla al instante. Te guardamos la tuya diez minutos, y puedes pedir más tiempo si el autobús se retrasa.\n\n¿No puedes ir? Escríbenos hasta dos días antes de la apertura de puertas y buscaremos quien aproveche tus entradas.',
        },
      ],
      navigation: ['Todos los conciertos', 'Música', 'Comedia'],
      footer: {
        text: 'Aurora Live Ltd vende entradas por cuenta de las salas y los promotores que se indican en cada página. Inscrita en Inglaterra.',
        links: ['Todos los conciertos', 'Escríbenos'],
      },
    },
    'de-DE': {
      ...auroraLegal['de-DE'],
      texts: {
        tagline: 'Früh kommen. Bleiben, bis das Licht angeht.',
        description:
          'Tickets für Konzerte und Festivals in Großbritannien und anderswo. Ein Preis vom ersten bis zum letzten Klick, und ein Saalplan, der sich vor Ihren Augen ändert.',
        holdNotice: 'Solange die Uhr läuft, gehören die Tickets Ihnen. Niemand kann sie Ihnen wegnehmen.',
      },
      home: [
        {
          title: 'Laute Nächte, faire Preise',
          text: 'Vom Keller in Bristol bis zur Arena in Manchester. Im Preis, den Sie sehen, sind alle Gebühren schon enthalten.',
        },
        { title: 'Die Lautesten zuerst' },
        { title: 'Im Kalender' },
        {
          title: 'Kein Anstehen, keine Tricks',
          text: 'Der Saalplan ist live: Kauft jemand einen Platz, wird er auf Ihrem Bildschirm sofort grau. Ihren halten wir zehn Minuten fest, und wenn der Bus sich verspätet, geben wir Ihnen mehr Zeit.\n\nSie können doch nicht? Schreiben Sie uns bis zwei Tage vor dem Einlass, dann finden wir jemanden, der sich über Ihre Tickets freut.',
        },
      ],
      navigation: ['Alle Shows', 'Konzerte', 'Comedy'],
      footer: {
        text: 'Aurora Live Ltd verkauft Tickets im Auftrag der Häuser und Veranstalter, die auf der jeweiligen Seite genannt sind. Eingetragen in England.',
        links: ['Alle Shows', 'Schreiben Sie uns'],
      },
    },
  },
  live: { soldBanner: true, viewers: true },
}
