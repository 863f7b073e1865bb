import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { kiteLegal } from './legal/kite.ts'

/** Days out with children: morning sky, a red kite, sunflower yellow, round everything. */
export const kite: ResellerConfig = {
  name: 'Kite Family Tickets',
  hosts: ['kite.localhost'],
  locale: 'en-US',
  locales: ['en-US', 'es-ES'],
  currency: 'USD',
  timeZone: 'America/New_York',
  theme: {
    scheme: 'light',
    colours: {
      background: '#eff8ff',
      surface: '#ffffff',
      text: '#10264a',
      mutedText: '#48597a',
      border: '#c6dcef',
      primary: '#c9301a',
      onPrimary: '#ffffff',
      accent: '#ffc935',
      onAccent: '#2c1e00',
      positive: '#0f6b3c',
      warning: '#8a4b00',
      negative: '#b3123a',
    },
    fonts: { display: 'baloo-2', body: 'nunito' },
    radius: 'large',
    density: 'comfortable',
    style: 'playful',
  },
  logo: { wordmark: 'kite', mark: 'kite' },
  texts: {
    tagline: 'Big days out for small people.',
    description:
      'Shows, concerts and big-top afternoons for families in New York, Boston, Chicago and beyond. All-in prices and seats together, every time.',
    holdNotice: 'Your seats are safe with us while the timer runs. Need a snack break? Add more time.',
  },
  home: [
    {
      type: 'hero',
      title: 'Where shall we go on Saturday?',
      text: 'Puppets, dinosaurs, orchestras you can dance to. Pick seats together and know the full price up front.',
    },
    {
      type: 'featured',
      title: 'Kids are talking about',
      showIds: ['the-whale-who-sang', 'dinosaur-disco', 'benny-and-the-balloon', 'fox-in-the-library'],
    },
    { type: 'upcoming', title: 'Coming up' },
    {
      type: 'text',
      title: 'Made for families',
      text: 'Every page tells you the best age, how long it runs, where to park the stroller and which doors have no stairs.\n\nSomebody woke up with a fever? Tell us by 9 a.m. on the day and we’ll move your tickets to another date, free.',
    },
  ],
  navigation: [
    { label: 'All shows', href: '/shows' },
    { label: 'Family', href: '/shows?category=family' },
    { label: 'Music', href: '/shows?category=concert' },
  ],
  footer: {
    text: 'Kite Family Tickets, Inc. sells tickets for the theaters and producers named on each page.',
    links: [
      { label: 'All shows', href: '/shows' },
      { label: 'Say hello', href: 'mailto:hello@kite.example' },
    ],
  },
  support: { email: 'hello@kite.example', phone: '+1 212 555 0147' },
  ...kiteLegal['en-US'],
  translations: {
    'es-ES': {
      ...kiteLegal['es-ES'],
      texts: {
        tagline: 'Grandes días para gente pequeña.',
        description:
          'Espectáculos, conciertos y tardes de circo para familias en Nueva York, Boston, Chicago y más allá. Precio final y asientos juntos, siempre.',
        holdNotice: 'Sus asientos están a salvo mientras corre el reloj. ¿Hace falta una merienda? Pida más tiempo.',
      },
      home: [
        {
          title: '¿Adónde vamos el sábado?',
          text: 'Títeres, dinosaurios y orquestas para bailar. Elija asientos juntos y sepa el precio final desde el principio.',
        },
        { title: 'De lo que hablan los peques' },
        { title: 'Próximamente' },
        {
          title: 'Pensado para familias',
          text: 'En cada página verá la edad recomendada, cuánto dura, dónde dejar el cochecito y por qué puertas se entra sin escaleras.\n\n¿Alguien se ha levantado con fiebre? Avísenos antes de las 9 de la mañana de ese día y pasaremos sus entradas a otra fecha, gratis.',
        },
      ],
      navigation: ['Todo', 'En familia', 'Música'],
      footer: {
        text: 'Kite Family Tickets, Inc. vende entradas por cuenta de los teatros y productores que se indican en cada página.',
        links: ['Todo', 'Salúdenos'],
      },
    },
  },
  live: { soldBanner: true, viewers: true },
}
