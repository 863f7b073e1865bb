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

const ALL = '--with-http_sub_module --with-http_realip_module --with-http_auth_request_module'

it('takes the nginx on PATH if it can swap nonces and read the file', async () => {
  const PATH = folderWith(ALL)
  expect(await findNginx({ PATH })).toEqual({ path: join(PATH, 'nginx') })
  for (const module of ALL.split(' '))
    expect(await findNginx({ PATH: folderWith(ALL.replace(module, '')) })).toEqual({
      without: expect.stringContaining(module.replace('--with-', 'without ')),
    })
})

it('leaves it out when told so, and will not do without when told that', async () => {
  expect(await findNginx({ PATH: folderWith(ALL), EDGE: 'off' })).toEqual({ without: 'EDGE=off' })
  await expect(findNginx({ PATH: folderWith(''), EDGE: 'on' })).rejects.toThrow('EDGE=on, but')
})
