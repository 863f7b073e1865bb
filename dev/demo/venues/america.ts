import { american } from '../halls/naming.ts'
import { operaHouse, townTheatre } from '../halls/proscenium.ts'
import { thrustStage } from '../halls/thrust.ts'
import type { DemoVenue } from './venue.ts'

const east = { country: 'US', timeZone: 'America/New_York' }
const central = { country: 'US', timeZone: 'America/Chicago' }

export const marigold: DemoVenue = {
  ...east,
  id: 'the-marigold',
  name: 'The Marigold Theatre',
  address: '318 West 47th Street, New York, NY 10036',
  city: 'New York',
  directions:
    'C and E trains to 50th Street, five minutes on foot. Strollers park in the lobby and come back with a numbered tag. Re-entry is fine: small bladders are welcome here.',
  accessibility:
    'Step-free from 47th Street to the orchestra; the mezzanine is up 31 steps. Wheelchair spaces in row M with companion seats. Sensory kits, booster seats and a quiet room at the left of the lobby.',
  hall: townTheatre({
    naming: american,
    stageLabel: 'Stage',
    stalls: { id: 'orch', name: 'Orchestra', short: 'Orch' },
    circle: { id: 'mezz', name: 'Mezzanine', short: 'Mezz' },
  }),
}

export const juniperHall: DemoVenue = {
  ...east,
  id: 'juniper-hall',
  name: 'Juniper Hall',
  address: '900 Chestnut Street, Philadelphia, PA 19107',
  city: 'Philadelphia',
  directions: 'Jefferson Station is three minutes away. The garage on 10th Street validates for $12 on weekends.',
  accessibility:
    'Elevators to every level, wheelchair spaces in the orchestra and first tier, ASL-interpreted Saturdays, assistive listening at guest services.',
  hall: operaHouse({
    naming: american,
    stageLabel: 'Stage',
    stalls: { id: 'orch', name: 'Orchestra', short: 'Orch' },
    circle: { id: 'tier1', name: 'First tier', short: 'Tier 1' },
    upper: { id: 'balc', name: 'Balcony', short: 'Balc' },
    boxes: { id: 'box', name: 'Boxes', short: 'Box' },
  }),
}

export const harborlight: DemoVenue = {
  ...east,
  id: 'harborlight-playhouse',
  name: 'Harborlight Playhouse',
  address: '60 Seaport Lane, Boston, MA 02210',
  city: 'Boston',
  directions: 'Silver Line to World Trade Center. Snacks are allowed in the seats if they don’t crunch.',
  accessibility:
    'No steps anywhere. Wheelchair spaces on the first row of both sides, so that nobody stands up in front of you. Relaxed performance on the last Sunday of each run.',
  hall: thrustStage({
    naming: american,
    stageLabel: 'Stage',
    lower: { id: 'floor', name: 'Floor rows', short: 'Floor' },
    gallery: { id: 'ring', name: 'Ring', short: 'Ring' },
  }),
}

export const lakeshore: DemoVenue = {
  ...central,
  id: 'lakeshore-big-top',
  name: 'Lakeshore Big Top',
  address: '1400 South Linn White Drive, Chicago, IL 60605',
  city: 'Chicago',
  directions:
    'A heated tent beside the lake. Red Line to Roosevelt, then the free trolley every ten minutes from two hours before the show.',
  accessibility:
    'Level paths from the trolley stop, ringside wheelchair spaces, accessible restrooms by the carousel. Ear defenders are free at the information wagon.',
}

export const cedarGreen: DemoVenue = {
  ...east,
  id: 'cedar-green',
  name: 'Cedar Green Armory',
  address: '75 Orchard Avenue, Brooklyn, NY 11215',
  city: 'New York',
  directions:
    'F and G trains to 15th Street. The great drill hall has a floor for blankets: bring yours, leave the chairs at home. Strollers roll right in.',
  accessibility:
    'Level from Orchard Avenue to a raised viewing area. Accessible restrooms, and a baby-care corner behind the sound desk.',
}
