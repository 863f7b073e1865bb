import { randomBytes } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packPage } from './pack-page.ts'

const newNonce = () => randomBytes(16).toString('hex')

/** Like ours: scripts up front, much text that hardly repeats, scripts at the end. */
function pageWith(nonce: string, kilobytes = 100): string {
  const script = (text: string) => `<script nonce="${nonce}">${text}</script>`
  const words = Array.from({ length: kilobytes * 20 }, () => randomBytes(18).toString('base64url').toLowerCase())
  const middle = words.flatMap((word, i) => (i % 300 === 0 ? [script('1'), word] : [word]))
  return `<!DOCTYPE html><head>${script('a').repeat(12)}</head>${middle.join(' <p>')}${script(nonce)}</html>`
}

/** What nginx does: other bytes for those of the nonce, wherever they stand. */
const swap = (packed: Buffer, from: string, to: string): Buffer =>
  Buffer.from(packed.toString('latin1').replaceAll(from, to), 'latin1')

const withoutComment = (text: string) => text.replace(/<!--[^-]*-->$/, '')

async function packed(page: string, nonce: string): Promise<Buffer> {
  const pack = await packPage(Buffer.from(page), nonce)
  if (pack === null) throw new Error('was not packed')
  return pack
}

describe('a packed page', () => {
  test('opens with any nonce in place of its own, checksum and all', async () => {
    for (let round = 0; round < 8; round += 1) {
      const own = newNonce()
      const page = pageWith(own, 1 + round * 25)
      const pack = await packed(page, own)
      for (let visitor = 0; visitor < 20; visitor += 1) {
        const theirs = newNonce()
        const opened = gunzipSync(swap(pack, own, theirs)).toString()
        expect(opened).not.toContain(own)
        expect(withoutComment(opened)).toBe(page.replaceAll(own, theirs))
      }
    }
  })

  test('is hardly larger than any other gzip of it', async () => {
    const own = newNonce()
    const page = pageWith(own)
    expect((await packed(page, own)).length).toBeLessThan(gzipSync(page).length * 1.02 + 400)
  })

  test('never takes a colour for a piece of the nonce', async () => {
    const own = newNonce()
    const colours = Array.from({ length: 27 }, (_, i) => own.slice(i, i + 6)).join(' #')
    const pack = await packed(`${pageWith(own, 4)}${colours}`, own)
    expect(gunzipSync(swap(pack, own, newNonce())).toString()).toContain(colours)
  })

  test('must have a nonce, of our kind, and be text', async () => {
    const own = newNonce()
    expect(await packPage(Buffer.from('<p>nothing to swap'), own)).toBeNull()
    expect(await packPage(Buffer.from(pageWith('p')), 'p')).toBeNull()
    expect(await packPage(Buffer.from(`${pageWith(own, 1)}\x02`), own)).toBeNull()
  })
})
