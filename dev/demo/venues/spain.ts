import { cellarClub } from '../halls/club.ts'
import { spanish } from '../halls/naming.ts'
import { operaHouse, townTheatre } from '../halls/proscenium.ts'
import { numbers } from '../halls/row-names.ts'
import { thrustStage } from '../halls/thrust.ts'
import type { DemoVenue } from './venue.ts'

const spain = { country: 'ES', timeZone: 'Europe/Madrid' }

export const teatroDeLaRosa: DemoVenue = {
  ...spain,
  id: 'teatro-de-la-rosa',
  name: 'Teatro de la Rosa',
  address: 'Calle de la Rosa, 14, 28012 Madrid',
  city: 'Madrid',
  directions:
    'Metro Antón Martín (L1) y Lavapiés (L3), a cinco minutos. El aparcamiento de la plaza de Jacinto Benavente abre toda la noche. Una vez empezada la función no se puede entrar hasta el descanso.',
  accessibility:
    'Acceso sin escalones por la calle de la Rosa. Seis plazas para sillas de ruedas en la fila 13 del patio. Bucle magnético y mochilas vibratorias en taquilla.',
  hall: townTheatre({
    naming: spanish,
    stageLabel: 'Escenario',
    stalls: { id: 'patio', name: 'Patio de butacas', short: 'Patio' },
    circle: { id: 'anf', name: 'Anfiteatro', short: 'Anfit.' },
    rowNames: numbers,
  }),
}

export const granTeatroAlameda: DemoVenue = {
  ...spain,
  id: 'gran-teatro-alameda',
  name: 'Gran Teatro Alameda',
  address: 'Alameda de Hércules, 50, 41002 Sevilla',
  city: 'Sevilla',
  directions:
    'Autobuses 13, 14 y A2 hasta la Alameda. A quince minutos a pie de la Campana. Las puertas del paraíso están en la calle Calatrava.',
  accessibility:
    'Ascensor hasta la platea; el paraíso solo tiene escalera (92 peldaños). Plazas reservadas en las filas 6 y 18 del patio. Audiodescripción los domingos.',
  hall: operaHouse({
    naming: spanish,
    stageLabel: 'Escenario',
    stalls: { id: 'patio', name: 'Patio de butacas', short: 'Patio' },
    circle: { id: 'platea', name: 'Platea alta', short: 'Platea' },
    upper: { id: 'paraiso', name: 'Paraíso', short: 'Paraíso' },
    boxes: { id: 'palco', name: 'Palcos', short: 'Palco' },
    rowNames: numbers,
  }),
}

export const salaBrujula: DemoVenue = {
  ...spain,
  id: 'sala-brujula',
  name: 'Sala Brújula',
  address: 'Carrer de Pujades, 88, 08005 Barcelona',
  city: 'Barcelona',
  directions:
    'Metro Llacuna (L4), a cuatro minutos. Hay aparcamiento para bicicletas dentro del patio de la antigua fábrica.',
  accessibility:
    'Todo a pie llano. Plazas para sillas de ruedas en la primera fila de los laterales. Funciones con sobretítulos los jueves.',
  hall: thrustStage({
    naming: spanish,
    stageLabel: 'Escenario',
    lower: { id: 'arena', name: 'Arena', short: 'Arena' },
    gallery: { id: 'galeria', name: 'Galería', short: 'Galería' },
    rowNames: numbers,
  }),
}

export const salaCandil: DemoVenue = {
  ...spain,
  id: 'sala-candil',
  name: 'Sala Candil',
  address: 'Calle del Pez, 31, 28004 Madrid',
  city: 'Madrid',
  directions:
    'Metro Noviciado (L2) y Callao (L3, L5), a seis minutos. La entrada es el portal pequeño junto a la librería.',
  accessibility:
    'Doce escalones hasta la sala. Si los necesita, dos personas le ayudarán: avise en taquilla. Aseo adaptado en la planta calle.',
  hall: cellarClub({
    naming: (section, row, number) =>
      section.id === 'mesa' ? `Mesa ${row}, silla ${number}` : `${section.short} ${row}-${number}`,
    stageLabel: 'Escenario',
    tables: { id: 'mesa', name: 'Mesas', short: 'Mesa' },
    bar: { id: 'barra', name: 'Barra', short: 'Barra' },
  }),
}

export const naveRia: DemoVenue = {
  ...spain,
  id: 'nave-ria',
  name: 'Nave Ría',
  address: 'Ribera de Deusto, 70, 48014 Bilbao',
  city: 'Bilbao',
  directions:
    'Tranvía hasta Euskalduna y diez minutos por la ribera. Autobús nocturno G2 de vuelta al Arriaga cada media hora.',
  accessibility:
    'Acceso a pie llano, plataforma elevada junto a la mesa de sonido y aseos adaptados en las dos entradas.',
}
