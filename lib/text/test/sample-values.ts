/** Values for every argument that any message uses. */
export const sampleValues = {
  ...{ count: 2, number: 1, minutes: 3, seconds: 20, year: 2026 },
  ...{ price: '£1', fees: '£1', time: '19:30', when: '5 Dec', name: 'N', title: 'T', email: 'a@b.c', code: 'K7' },
  ...{ doors: '18:30', starts: '19:30', ends: 'none' },
  ...{ before: '£1', now: '£2' },
  ...{ browser: 'Firefox', system: 'Windows', device: 'Firefox' },
  ...{ phone: '+44 20', tier: 'Stalls', label: 'C12', labels: 'C12', row: 'C', section: 'Left', place: 'C12' },
  ...{ status: 'free', from: 'a', to: 'b', host: 'h', type: 't', list: 'l', href: '/', path: 'p', use: 'u' },
  ...{ front: 'f', ground: 'g', ratio: '3.1', needs: '4.5', token: 't', colour: '#000000', id: 'i', length: 3 },
  ...{ limit: 4, version: 7, reason: 'r' },
  ...{ left: 3, sold: '2 tickets just sold', seats: 'C12, C13', alone: 'C14', q: 'night', city: 'Leeds', shows: 4 },
  ...{ missing: 2, parts: 'Imprint, Menu', used: 3, room: 64, width: 640, height: 320 },
  ...{ language: 'Deutsch', zone: 'Europe/London', amount: '£1' },
  ...{ day: '5 Dec', month: 'December', currency: 'GBP', filter: 'Leeds' },
}
