import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** A valid configuration for tests, with what the test is about on top. */
export function exampleConfig(change: Partial<ResellerConfig> = {}): ResellerConfig {
  return {
    name: 'Example',
    hosts: ['example.localhost'],
    locale: 'en-GB',
    currency: 'GBP',
    timeZone: 'Europe/London',
    theme: {
      scheme: 'light',
      colours: {
        background: '#ffffff',
        surface: '#f4f4f4',
        text: '#111111',
        mutedText: '#555555',
        border: '#dddddd',
        primary: '#1a3a8f',
        onPrimary: '#ffffff',
        accent: '#b00020',
        onAccent: '#ffffff',
        positive: '#116633',
        warning: '#8a5a00',
        negative: '#b00020',
      },
      fonts: { display: 'inter', body: 'inter' },
      radius: 'medium',
      density: 'comfortable',
      style: 'minimal',
    },
    logo: { wordmark: 'Example', mark: 'none' },
    texts: { tagline: 'Tickets', description: 'An example' },
    home: [{ type: 'upcoming', title: 'Upcoming' }],
    navigation: [],
    footer: { text: '', links: [] },
    support: { email: 'help@example.com' },
    live: { soldBanner: true, viewers: true },
    ...change,
  }
}
