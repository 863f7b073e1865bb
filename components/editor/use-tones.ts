import { useState } from 'react'
import type { StoredPicture } from '#contracts/picture.ts'
import type { Tones } from '#contracts/picture-tones.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { KnownTones } from '#lib/config-review/logo-contrast.ts'

/** What is known of logos: of the one that was there, and of each that is taken. */
export function useTones({ logo: { picture } }: ResellerConfig, logoTones: Tones | null) {
  const [tones, setTones] = useState<KnownTones>(() => new Map(picture && logoTones ? [[picture.id, logoTones]] : []))
  const measured = ({ id, tones: found }: StoredPicture) => {
    if (found) setTones((known) => new Map(known).set(id, found))
  }
  return { tones, measured }
}
