import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLUSTER_PROXIES, clusterEdgeConfig } from '#dev/compose/cluster-edge.ts'
import { build, folder, type Manifest } from './manifests.fixture.ts'

const { objects } = build('components/edge')
const base = build('base')
const find = (kind: string, name: string, among = objects): Manifest | undefined =>
  among.find((one) => one.kind === kind && one.metadata.name === name)

const [container] = find('Deployment', 'edge')?.spec.template.spec.containers ?? []
const configuration = readFileSync(join(folder, 'components/edge/nginx.conf'), 'utf8')

describe('our edge in a cluster', () => {
  it('has the configuration of deploy/edge/nginx.conf: npm run compose-files writes it', () => {
    expect(configuration).toBe(clusterEdgeConfig())
    expect(container.command).toContain('/etc/marquee/nginx.conf')
  })

  it('brings visitors to services that there are', () => {
    const upstreams = [...configuration.matchAll(/^ +server (\w+):(\d+) max_fails/gm)]
    expect(upstreams.map(([, name]) => name).toSorted()).toEqual(['balancer', 'storefront'])
    for (const [, name = '', port] of upstreams)
      expect(find('Service', name, base.objects)?.spec.ports).toMatchObject([{ port: Number(port) }])
  })

  it('believes the proxies in front of it, in both places', () => {
    const lines = configuration.split('\n').map((line) => line.trim())
    expect(lines).toEqual(expect.arrayContaining([`set_real_ip_from ${CLUSTER_PROXIES};`, `${CLUSTER_PROXIES} 1;`]))
  })

  it('listens where visitors and probes come, and lets nobody else to where machines ask', () => {
    const ports = container.ports.map(({ containerPort }: { containerPort: number }) => `${containerPort}`)
    const listened = [...configuration.matchAll(/^ +listen (\d+)/gm)].map(([, port]) => port)
    expect(new Set(listened)).toEqual(new Set(ports))
    for (const probe of [container.livenessProbe, container.readinessProbe]) expect(probe.httpGet.port).toBe('ops')
    for (const { spec } of objects.filter(({ kind }) => kind === 'NetworkPolicy'))
      expect(spec.ingress[0].ports).toEqual([{ port: 'http' }])
  })

  it('may be asked by proxies alone, as storefronts may by it', () => {
    const proxies = find('NetworkPolicy', 'edge-to-storefronts', base.objects)
    expect(find('NetworkPolicy', 'proxies-to-edge')?.spec.ingress).toEqual(proxies?.spec.ingress)
    const [peer] = find('NetworkPolicy', 'our-edge-to-programs')?.spec.ingress[0].from ?? []
    expect(peer).toEqual({ podSelector: find('Deployment', 'edge')?.spec.selector })
  })

  it('may do no more than it must, and writes only where it keeps pages', () => {
    const { spec } = find('Deployment', 'edge')?.spec.template ?? {}
    expect(spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } })
    expect(container.securityContext).toMatchObject({ readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } })
    const [kept] = spec.volumes.filter(({ emptyDir }: { emptyDir?: object }) => emptyDir)
    const [{ mountPath }] = container.volumeMounts.filter(({ name }: { name: string }) => name === kept.name)
    const paths = [...configuration.matchAll(/^ *(?:pid|\w+_path) (\S+?);?(?: |$)/gm)].map(([, path]) => path)
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths) expect(path?.startsWith(`${mountPath}/`), path).toBe(true)
  })

  it('has time for what is under way', () => {
    const { terminationGracePeriodSeconds } = find('Deployment', 'edge')?.spec.template.spec ?? {}
    const [, shutdownS] = /worker_shutdown_timeout (\d+)s;/.exec(configuration) ?? []
    const preStopS = Number(container.lifecycle.preStop.exec.command[1])
    expect(terminationGracePeriodSeconds).toBeGreaterThan(Number(shutdownS) + preStopS)
  })
})
