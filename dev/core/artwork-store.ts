import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../stand-in/database.ts'
import type { ArtworkBrief } from './artwork/design.ts'
import { renderArtwork } from './artwork/render.ts'

/** Posters by key and width, drawn when first asked for and kept on disk. */
export interface ArtworkStore {
  /** @returns null when no show has such an artwork. */
  find(key: string, width: number): Promise<Buffer | null>
}

export function createArtworkStore(database: Database, folder: string): ArtworkStore {
  /** Many browsers ask for a new poster at once; it is drawn once. */
  const drawing = new Map<string, Promise<Buffer>>()
  return {
    async find(key, width) {
      const brief = await readBrief(database, key)
      if (brief === null) return null
      const file = join(folder, fileName(brief, width))
      const picture = drawing.get(file) ?? readOrDraw(brief, width, file).finally(() => drawing.delete(file))
      drawing.set(file, picture)
      return picture
    },
  }
}

async function readBrief(database: Database, key: string): Promise<ArtworkBrief | null> {
  const { rows } = await database.query<{ artwork: ArtworkBrief }>(
    `SELECT artwork FROM show WHERE artwork_key = $1
     UNION ALL SELECT artwork FROM show_image WHERE key = $1 LIMIT 1`,
    [key],
  )
  return rows[0]?.artwork ?? null
}

/** A brief that changes gets another file, so nothing on disk is ever stale. */
const fileName = (brief: ArtworkBrief, width: number): string =>
  `${brief.key}-${createHash('sha256').update(JSON.stringify(brief)).digest('hex').slice(0, 12)}-${width}.webp`

async function readOrDraw(brief: ArtworkBrief, width: number, file: string): Promise<Buffer> {
  const kept = await readFile(file).catch(() => null)
  if (kept) return kept
  const picture = await renderArtwork(brief, width)
  await mkdir(join(file, '..'), { recursive: true })
  // Written beside and renamed, so that nobody reads half a picture.
  const draft = `${file}.${process.pid}`
  await writeFile(draft, picture)
  await rename(draft, file)
  return picture
}
