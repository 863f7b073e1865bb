import type { ShowSummary } from '#contracts/show.ts'
import { arcade } from './compositions/arcade.ts'
import { atoms } from './compositions/atoms.ts'
import { balloons } from './compositions/balloons.ts'
import { bauhaus } from './compositions/bauhaus.ts'
import { bigTop } from './compositions/big-top.ts'
import { blossom } from './compositions/blossom.ts'
import { brickWall } from './compositions/brick-wall.ts'
import { chords } from './compositions/chords.ts'
import { crown } from './compositions/crown.ts'
import { curtain } from './compositions/curtain.ts'
import { cutouts } from './compositions/cutouts.ts'
import { dinosaur } from './compositions/dinosaur.ts'
import { doorway } from './compositions/doorway.ts'
import { fans } from './compositions/fans.ts'
import { forestEyes } from './compositions/forest-eyes.ts'
import { fox } from './compositions/fox.ts'
import { fuji } from './compositions/fuji.ts'
import { greatWave } from './compositions/great-wave.ts'
import { grin } from './compositions/grin.ts'
import { halftoneSun } from './compositions/halftone-sun.ts'
import { keyhole } from './compositions/keyhole.ts'
import { kites } from './compositions/kites.ts'
import { koi } from './compositions/koi.ts'
import { lanterns } from './compositions/lanterns.ts'
import { lightBeams } from './compositions/light-beams.ts'
import { liquid } from './compositions/liquid.ts'
import { mask } from './compositions/mask.ts'
import { microphone } from './compositions/microphone.ts'
import { motion } from './compositions/motion.ts'
import { neonGrid } from './compositions/neon-grid.ts'
import { nightWindow } from './compositions/night-window.ts'
import { opWaves } from './compositions/op-waves.ts'
import { owl } from './compositions/owl.ts'
import { paperSea } from './compositions/paper-sea.ts'
import { piano } from './compositions/piano.ts'
import { ribbons } from './compositions/ribbons.ts'
import { ridgeLines } from './compositions/ridge-lines.ts'
import { risoCircles } from './compositions/riso-circles.ts'
import { rocket } from './compositions/rocket.ts'
import { seigaiha } from './compositions/seigaiha.ts'
import { soundRings } from './compositions/sound-rings.ts'
import { speakerWall } from './compositions/speaker-wall.ts'
import { spiralStairs } from './compositions/spiral-stairs.ts'
import { starBulbs } from './compositions/star-bulbs.ts'
import { swan } from './compositions/swan.ts'
import { torii } from './compositions/torii.ts'
import { trumpet } from './compositions/trumpet.ts'
import { tunnel } from './compositions/tunnel.ts'
import { watchers } from './compositions/watchers.ts'
import { whale } from './compositions/whale.ts'
import type { Composition } from './scene.ts'

/** A composition with the shows it suits and the palettes it was tried and liked in. */
export type ArtworkCategory = ShowSummary['category']

export type Entry = { name: string; draw: Composition; suits: readonly ArtworkCategory[]; palettes: readonly string[] }

const entry = (name: string, draw: Composition, suits: string, palettes: string): Entry => ({
  name,
  draw,
  suits: suits.split(' ') as ArtworkCategory[],
  palettes: palettes.split(' '),
})

export const COMPOSITIONS: readonly Entry[] = [
  entry('light-beams', lightBeams, 'concert', 'ember electric cobalt aurora'),
  entry('sound-rings', soundRings, 'concert dance other', 'signal electric riso mustard'),
  entry('halftone-sun', halftoneSun, 'concert other', 'ember cinema citrus terracotta'),
  entry('op-waves', opWaves, 'concert dance', 'signal acid riso ultraviolet'),
  entry('neon-grid', neonGrid, 'concert', 'electric ultraviolet infrared aurora'),
  entry('riso-circles', risoCircles, 'concert other dance', 'riso lagoon candy primary'),
  entry('ridge-lines', ridgeLines, 'concert', 'signal moonlit cinema indigo'),
  entry('tunnel', tunnel, 'concert dance', 'acid electric mustard ember'),
  entry('chords', chords, 'concert other', 'gold infrared moonlit sumi'),
  entry('liquid', liquid, 'concert', 'citrus candy infrared playground'),
  entry('speaker-wall', speakerWall, 'concert', 'signal ember lagoon absinthe'),
  entry('piano', piano, 'concert', 'gold crimson mustard velvet'),
  entry('microphone', microphone, 'comedy concert', 'mustard crimson playground citrus'),
  entry('curtain', curtain, 'theatre comedy', 'crimson velvet cobalt ember'),
  entry('paper-sea', paperSea, 'theatre family', 'moonlit gold lagoon indigo'),
  entry('night-window', nightWindow, 'theatre comedy', 'cinema gold velvet cobalt'),
  entry('mask', mask, 'theatre', 'crimson signal primary lagoon'),
  entry('arcade', arcade, 'theatre', 'terracotta cinema infrared lagoon'),
  entry('spiral-stairs', spiralStairs, 'theatre dance', 'cinema gold terracotta crimson'),
  entry('forest-eyes', forestEyes, 'theatre family', 'absinthe moonlit velvet cinema'),
  entry('keyhole', keyhole, 'theatre family', 'gold infrared meadow cobalt'),
  entry('doorway', doorway, 'theatre dance', 'cinema crimson gold orchard'),
  entry('crown', crown, 'theatre', 'crimson gold velvet ember'),
  entry('balloons', balloons, 'family', 'sky playground lagoon moonlit'),
  entry('whale', whale, 'family theatre', 'sky moonlit lagoon candy'),
  entry('rocket', rocket, 'family', 'playground electric cobalt candy'),
  entry('kites', kites, 'family', 'sky meadow playground cinema'),
  entry('big-top', bigTop, 'family', 'crimson playground sky gold'),
  entry('fox', fox, 'family', 'meadow citrus moonlit lagoon'),
  entry('owl', owl, 'family', 'moonlit velvet lagoon mustard'),
  entry('dinosaur', dinosaur, 'family', 'meadow lagoon infrared candy'),
  entry('great-wave', greatWave, 'concert theatre other dance', 'indigo moonlit sumi lagoon'),
  entry('seigaiha', seigaiha, 'other theatre dance', 'indigo gold crimson matcha'),
  entry('fuji', fuji, 'other concert', 'indigo moonlit sakura cinema'),
  entry('lanterns', lanterns, 'other dance concert', 'crimson ember moonlit infrared'),
  entry('blossom', blossom, 'other theatre dance', 'sakura moonlit velvet matcha'),
  entry('koi', koi, 'other theatre dance', 'cinema lagoon gold indigo'),
  entry('torii', torii, 'theatre other concert', 'sumi infrared cinema indigo'),
  entry('fans', fans, 'dance theatre other', 'crimson sakura matcha gold'),
  entry('bauhaus', bauhaus, 'concert dance other comedy', 'primary mustard riso signal'),
  entry('cutouts', cutouts, 'dance concert other', 'riso candy primary electric'),
  entry('atoms', atoms, 'concert comedy', 'mustard primary lagoon velvet'),
  entry('grin', grin, 'comedy', 'playground candy crimson citrus'),
  entry('trumpet', trumpet, 'concert', 'mustard gold crimson primary'),
  entry('ribbons', ribbons, 'dance concert', 'infrared lagoon ultraviolet riso'),
  entry('motion', motion, 'dance', 'ember lagoon orchard electric'),
  entry('brick-wall', brickWall, 'comedy', 'terracotta crimson cobalt mustard'),
  entry('watchers', watchers, 'comedy theatre', 'riso velvet candy acid'),
  entry('swan', swan, 'dance theatre', 'cobalt sakura gold sky'),
  entry('star-bulbs', starBulbs, 'theatre comedy other', 'crimson electric playground gold'),
]
