import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** Concerts, loud: black, one acid green, wide capitals, hard edges. */
export const aurora: ResellerConfig = {
  name: 'Aurora',
  hosts: ['aurora.localhost'],
  locale: 'en-GB',
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
  live: { soldBanner: true, viewers: true },
}
