import { cellarClub } from '../halls/club.ts'
import { british } from '../halls/naming.ts'
import { operaHouse, townTheatre } from '../halls/proscenium.ts'
import { thrustStage } from '../halls/thrust.ts'
import type { DemoVenue } from './venue.ts'

const britain = { country: 'GB', timeZone: 'Europe/London' }

export const haldenWorks: DemoVenue = {
  ...britain,
  id: 'halden-works',
  name: 'Halden Works',
  address: 'Engine Street, Ancoats, Manchester M4 6XX',
  city: 'Manchester',
  directions:
    'Twelve minutes on foot from Piccadilly; trams stop at New Islington. There is no car park, and Engine Street is closed to traffic from 6 p.m. on show nights. Cloakroom and lockers inside the main gate.',
  accessibility:
    'Level access from Engine Street, raised viewing platform with companion places, accessible toilets on the ground floor, hearing loop at the bars and the box office. Strobe warnings are posted at the doors.',
}

export const oldDepot: DemoVenue = {
  ...britain,
  id: 'the-old-depot',
  name: 'The Old Depot',
  address: '41 Tramway Road, Glasgow G41 2YY',
  city: 'Glasgow',
  directions:
    'Pollokshields East station is five minutes away; the last train to Central leaves at 23:32. Night buses stop at the gate. Bicycles can be locked in the yard.',
  accessibility:
    'Step-free throughout. A viewing platform is to the left of the mixing desk; tell the steward at the gate and you go straight in. Assistance dogs welcome.',
}

export const theTannery: DemoVenue = {
  ...britain,
  id: 'the-tannery',
  name: 'The Tannery',
  address: '9 Hide Lane, Bristol BS1 6ZZ',
  city: 'Bristol',
  directions:
    'Behind the floating harbour, eight minutes from Temple Meads. Hide Lane has no parking; use the Old Brewery car park and the footbridge.',
  accessibility:
    'One step at the door, with a ramp on request. The floor is level, the balcony is reached by stairs only. Accessible toilet behind the bar.',
}

export const cornStreetChapel: DemoVenue = {
  ...britain,
  id: 'corn-street-chapel',
  name: 'Corn Street Chapel',
  address: '2 Corn Street, Leeds LS1 7AB',
  city: 'Leeds',
  directions: 'Seven minutes from Leeds station through the arcade. The side door on Chapel Yard opens first.',
  accessibility:
    'Step-free entrance through Chapel Yard. Pews can be taken out for wheelchairs: write to us a day ahead. Hearing loop in the nave.',
}

export const harbourRink: DemoVenue = {
  ...britain,
  id: 'harbour-rink',
  name: 'Harbour Rink',
  address: 'Marine Parade, Brighton BN2 1TB',
  city: 'Brighton',
  directions:
    'The old ice rink on the seafront, fifteen minutes downhill from Brighton station. Bus 7 stops outside until half past midnight.',
  accessibility:
    'Step-free from Marine Parade to a viewing deck with charging points and companion places. Accessible toilets and a changing place beside the east doors. Blue Badge bays must be booked.',
}

export const kingsmereHall: DemoVenue = {
  ...britain,
  id: 'kingsmere-hall',
  name: 'Kingsmere Hall',
  address: 'Kingsmere Place, London WC2B 5AA',
  city: 'London',
  directions:
    'Holborn and Covent Garden are both six minutes away. The main doors are on Kingsmere Place; the upper circle has its own staircase from Pell Street.',
  accessibility:
    'Lifts to the stalls and the dress circle; the upper circle is reached by 68 steps. Wheelchair places in rows F and R of the stalls. Audio description and captioned performances: call us.',
  hall: operaHouse({
    naming: british,
    stageLabel: 'Stage',
    stalls: { id: 'stalls', name: 'Stalls', short: 'Stalls' },
    circle: { id: 'dress', name: 'Dress circle', short: 'Dress' },
    upper: { id: 'upper', name: 'Upper circle', short: 'Upper' },
    boxes: { id: 'box', name: 'Boxes', short: 'Box' },
  }),
}

export const empireQuarter: DemoVenue = {
  ...britain,
  id: 'empire-quarter',
  name: 'Empire Quarter Theatre',
  address: '17 Castle Gate, York YO1 9RP',
  city: 'York',
  directions:
    'Inside the walls, twelve minutes from the station. Park and ride line 3 stops at Castle Gate until 11 p.m.',
  accessibility:
    'Level access to the stalls from Castle Gate; the circle has a stairlift. Captioned and relaxed performances are marked in the programme.',
  hall: townTheatre({
    naming: british,
    stageLabel: 'Stage',
    stalls: { id: 'stalls', name: 'Stalls', short: 'Stalls' },
    circle: { id: 'circle', name: 'Circle', short: 'Circle' },
  }),
}

export const theQuay: DemoVenue = {
  ...britain,
  id: 'the-quay-arena',
  name: 'The Quay',
  address: 'Albion Dock, Liverpool L3 4AF',
  city: 'Liverpool',
  directions:
    'Ten minutes along the waterfront from James Street station. Secure parking on Albion Dock, £8 after 5 p.m.',
  accessibility:
    'Step-free to every block; wheelchair places at the front of the gallery with a clear view. Hearing loop and captioning units at the desk.',
  hall: thrustStage({
    naming: british,
    stageLabel: 'Stage',
    lower: { id: 'arena', name: 'Arena', short: 'Arena' },
    gallery: { id: 'gallery', name: 'Gallery', short: 'Gallery' },
  }),
}

export const blueDoor: DemoVenue = {
  ...britain,
  id: 'the-blue-door',
  name: 'The Blue Door',
  address: '3 Frith Passage, London W1D 4QQ',
  city: 'London',
  directions:
    'Down the stairs under the blue lamp, three minutes from Tottenham Court Road. Tables are served until the interval.',
  accessibility:
    'Fourteen steps down, and we are sorry: the building is from 1788. Two tables near the exit are kept for people who cannot sit in a crowd; ask.',
  hall: cellarClub({
    naming: (section, row, number) =>
      section.id === 'table' ? `Table ${row}, chair ${number}` : `${section.short} ${row}-${number}`,
    stageLabel: 'Stage',
    tables: { id: 'table', name: 'Tables', short: 'Table' },
    bar: { id: 'bar', name: 'Bar', short: 'Bar' },
  }),
}
