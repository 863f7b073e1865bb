import { expect, it } from 'vitest'
import type { Services } from '../services/all.ts'
import { root } from '../system/programs.ts'
import { startReport } from './report.ts'

it.each([
  [`${root}/.data`, '.data/logs'],
  ['/mnt/data', '/mnt/data/logs'],
])('with its data in %s npm start says that logs are in %s', (folder, said) => {
  const settings = { ports: { storefront: 3000, balancer: 4000, core: 4100, resellerService: 4200, mail: 4300 } }
  const service = { provider: 'its address' }
  const services = { postgres: service, redis: service, kafka: service } as unknown as Services
  const report = startReport(settings, { without: 'EDGE=off' }, services, '3 s', folder)
  expect(report).toContain(`Logs are in ${said}. `)
})
