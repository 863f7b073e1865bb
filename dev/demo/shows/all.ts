import type { DemoShow } from '../demo-show.ts'
import { auroraArenas } from './aurora-arenas.ts'
import { auroraRooms } from './aurora-rooms.ts'
import { hoshiMusic } from './hoshi-music.ts'
import { hoshiStage } from './hoshi-stage.ts'
import { kiteOutings } from './kite-outings.ts'
import { kiteTheatre } from './kite-theatre.ts'
import { lunaMusic } from './luna-music.ts'
import { lunaTheatre } from './luna-theatre.ts'

/** Everything that is on. */
export const SHOWS: readonly DemoShow[] = [
  ...auroraArenas,
  ...auroraRooms,
  ...lunaTheatre,
  ...lunaMusic,
  ...hoshiStage,
  ...hoshiMusic,
  ...kiteTheatre,
  ...kiteOutings,
]
