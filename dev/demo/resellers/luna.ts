import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { lunaLegal } from './legal/luna.ts'

/** Theatre, printed: warm paper, burgundy velvet, gilt, a light serif with room around it. */
export const luna: ResellerConfig = {
  name: 'Luna Teatros',
  hosts: ['luna.localhost'],
  locale: 'es-ES',
  locales: ['es-ES', 'en-GB'],
  currency: 'EUR',
  timeZone: 'Europe/Madrid',
  theme: {
    scheme: 'light',
    colours: {
      background: '#f6efe4',
      surface: '#fffaf1',
      text: '#2b1016',
      mutedText: '#6b4d53',
      border: '#dcc9b4',
      primary: '#7d1530',
      onPrimary: '#fff4e6',
      accent: '#c8993a',
      onAccent: '#231503',
      positive: '#1f6447',
      warning: '#855000',
      negative: '#a5261c',
    },
    fonts: { display: 'cormorant', body: 'source-sans-3' },
    radius: 'small',
    density: 'comfortable',
    style: 'editorial',
  },
  logo: { wordmark: 'Luna', mark: 'moon' },
  texts: {
    tagline: 'El teatro empieza antes de que se levante el telón.',
    description:
      'Entradas para teatro, danza y música en las mejores salas de España. Elija su butaca en el plano y pague el precio final, sin sorpresas.',
    holdNotice: 'Le guardamos sus butacas mientras corre el reloj. Nadie más puede comprarlas.',
  },
  home: [
    {
      type: 'hero',
      title: 'Una butaca, una noche, una historia',
      text: 'Clásicos, estrenos y danza en Madrid, Barcelona, Sevilla y Bilbao.',
    },
    {
      type: 'featured',
      title: 'La temporada',
      showIds: ['la-casa-de-los-relojes', 'sal-y-ceniza', 'la-ultima-partitura'],
    },
    { type: 'upcoming', title: 'Próximas funciones' },
    {
      type: 'text',
      title: 'Desde el patio hasta el paraíso',
      text: 'El plano de cada sala es el de verdad: las butacas que se venden se apagan ante sus ojos. Reserve con calma; si necesita más tiempo, basta con pedirlo.\n\nEl precio que ve incluye todos los gastos. Si tiene movilidad reducida, llámenos y le buscaremos el mejor sitio.',
    },
  ],
  navigation: [
    { label: 'Cartelera', href: '/shows' },
    { label: 'Teatro', href: '/shows?category=theatre' },
    { label: 'Danza', href: '/shows?category=dance' },
    { label: 'Música', href: '/shows?category=concert' },
  ],
  footer: {
    text: 'Luna Teatros S. L. vende entradas por cuenta de las salas y compañías indicadas en cada función.',
    links: [
      { label: 'Cartelera', href: '/shows' },
      { label: 'Escríbanos', href: 'mailto:taquilla@luna.example' },
    ],
  },
  support: { email: 'taquilla@luna.example', phone: '+34 910 123 456' },
  ...lunaLegal['es-ES'],
  translations: {
    'en-GB': {
      ...lunaLegal['en-GB'],
      texts: {
        tagline: 'Theatre begins before the curtain rises.',
        description:
          'Tickets for theatre, dance and music in the finest houses of Spain. Choose your seat on the plan and pay the price you see, nothing more.',
        holdNotice: 'Your seats are kept for you while the clock runs. Nobody else can buy them.',
      },
      home: [
        {
          title: 'One seat, one night, one story',
          text: 'Classics, premieres and dance in Madrid, Barcelona, Seville and Bilbao.',
        },
        { title: 'This season' },
        { title: 'Coming performances' },
        {
          title: 'From the stalls to the gods',
          text: 'Every seating plan is the real one: seats that sell go dark before your eyes. Take your time over the booking; if you need longer, just ask.\n\nThe price you see includes all fees. If stairs are difficult for you, give us a call and we will find you the best place.',
        },
      ],
      navigation: ['What’s on', 'Theatre', 'Dance', 'Music'],
      footer: {
        text: 'Luna Teatros S. L. sells tickets on behalf of the houses and companies named with each performance.',
        links: ['What’s on', 'Write to us'],
      },
    },
  },
  live: { soldBanner: true, viewers: true },
}
