import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLUSTER_PROXIES, clusterEdgeConfig } from '#dev/compose/cluster-edge.ts'
import { build, folder, type Manifest, readKustomization } from './manifests.fixture.ts'

const { objects } = build('components/edge')
const base = build('base')
const find = (kind: string, name: string, among = objects): Manifest | undefined =>
  among.find((one) => one.kind === kind && one.metadata.name === name)

const [container] = find('Deployment', 'edge')?.spec.template.spec.containers ?? []
const configuration = readFileSync(join(folder, 'components/edge/nginx.conf'), 'utf8')

const LABEL = 'app.kubernetes.io/component'
const OURS = { [LABEL]: 'edge' }

const UNITS: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, Mi: 1024 ** 2, Gi: 1024 ** 3 }
const bytesOf = (size: string): number => Number.parseInt(size, 10) * (UNITS[size.replace(/^\d+/, '')] ?? 1)
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)

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

  it('has room for all that strangers can make it write: a volume that is over its size takes the pod with it', () => {
    const { volumes } = find('Deployment', 'edge')?.spec.template.spec ?? {}
    const roomAt = (path: string): number => {
      const { name } = container.volumeMounts.find((one: { mountPath: string }) => one.mountPath === path) ?? {}
      return bytesOf(volumes.find((one: { name: string }) => one.name === name)?.emptyDir.sizeLimit ?? '0')
    }
    const figures = (pattern: RegExp) => [...configuration.matchAll(pattern)].map(([, figure]) => figure ?? '')
    const bodiesPath = figures(/^ *client_body_temp_path (\S+);/gm)[0] ?? ''
    const kept = figures(/^ *proxy_cache_path .* max_size=(\w+)/gm).map(bytesOf)
    expect(kept).toHaveLength(2)
    const [workers, connections] = [/^worker_processes (\d+);/gm, /worker_connections (\d+);/g].map((pattern) =>
      Number(figures(pattern)[0]),
    )
    const atOnce = (workers ?? NaN) * (connections ?? NaN)
    // An answer that is not kept, and is read slowly: a gigabyte each, where nothing is said.
    const [slowly = 1024 ** 3, ...elsewhere] = figures(/^ *proxy_max_temp_file_size (\w+);/gm).map(bytesOf)
    expect(elsewhere, 'one limit').toEqual([])
    // What is over is taken away every ten seconds, so that much more may be there for a moment.
    expect(roomAt(dirname(bodiesPath))).toBeGreaterThanOrEqual(2 * sum(kept) + atOnce * slowly)

    const [ordinary = 0, ...uploads] = figures(/^ *client_max_body_size (\d+k);/gm).map(bytesOf)
    expect(uploads.length).toBeGreaterThan(1)
    const [open, ...others] = new Set(figures(/^ *limit_conn all_uploads (\d+);/gm).map(Number))
    expect(others, 'one limit').toEqual([])
    const atMost = atOnce * ordinary + (open ?? NaN) * Math.max(...uploads)
    expect(roomAt(bodiesPath)).toBeGreaterThanOrEqual(atMost)
  })

  it('lets nobody send more than a form where uploads are not counted and nobody was asked for', () => {
    const locations = configuration.split(/^ *location /m).filter((one) => /client_max_body_size \d+k;/.test(one))
    const longer = locations.slice(1) // before the first location is what holds for all
    const readsBodies = (text: string) => text.includes('proxy_pass ')
    const counted = longer.filter(readsBodies)
    expect(counted.length).toBeGreaterThan(1)
    for (const text of counted)
      for (const limit of ['open_calls 2000', 'open_uploads 8', 'all_uploads 128'])
        expect(text).toContain(`limit_conn ${limit};`)

    const asking = longer.filter((text) => !readsBodies(text))
    const namesIn = (texts: readonly string[], pattern: RegExp) => texts.map((text) => pattern.exec(text)?.[1]).sort()
    for (const text of asking) expect(text).toContain('auth_request /-/may-upload;')
    // A name is no address: nobody comes there unasked.
    expect(namesIn(counted, /^(@\w+) /)).toEqual(namesIn(asking, /try_files \S+ (@\w+);/))
  })

  it('is told from everything else by a label, so that all of it can be taken away', () => {
    for (const { kind, metadata } of objects)
      expect([kind, metadata.labels]).toEqual([kind, expect.objectContaining(OURS)])
    for (const { options } of readKustomization('components/edge').configMapGenerator)
      expect(options.labels).toMatchObject(OURS)
    const others = ['overlays/small', 'overlays/large'].flatMap((path) => build(path).objects)
    expect(others.filter(({ metadata }) => metadata.labels?.[LABEL] === OURS[LABEL])).toEqual([])
  })

  it('has time for what is under way', () => {
    const { terminationGracePeriodSeconds } = find('Deployment', 'edge')?.spec.template.spec ?? {}
    const [, shutdownS] = /worker_shutdown_timeout (\d+)s;/.exec(configuration) ?? []
    const preStopS = Number(container.lifecycle.preStop.exec.command[1])
    expect(terminationGracePeriodSeconds).toBeGreaterThan(Number(shutdownS) + preStopS)
  })
})
