import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findNginx } from './find-nginx.ts'

function folderWith(modules: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-nginx-'))
  writeFileSync(join(folder, 'nginx'), `#!/bin/sh\necho "configure arguments: ${modules}" >&2\n`)
  chmodSync(join(folder, 'nginx'), 0o755)
  return folder
}

it('takes the nginx on PATH if it can swap nonces', async () => {
  const PATH = folderWith('--with-http_sub_module --with-http_realip_module')
  expect(await findNginx({ PATH })).toEqual({ path: join(PATH, 'nginx') })
  expect(await findNginx({ PATH: folderWith('--with-nothing') })).toEqual({
    without: expect.stringContaining('without'),
  })
})

it('leaves it out when told so, and will not do without when told that', async () => {
  expect(
    await findNginx({ PATH: folderWith('--with-http_sub_module --with-http_realip_module'), EDGE: 'off' }),
  ).toEqual({ without: 'EDGE=off' })
  await expect(findNginx({ PATH: folderWith(''), EDGE: 'on' })).rejects.toThrow('EDGE=on, but')
})
