import { afterEach, expect, it, vi } from 'vitest'
import { installPackages } from './apt.ts'

afterEach(() => vi.restoreAllMocks())

it('tells an ordinary user what to type', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  const line = 'redis-server is missing. Install it with: sudo apt-get install -y redis-server'
  await expect(installPackages(['redis-server'], () => {})).rejects.toThrow(line)
})
