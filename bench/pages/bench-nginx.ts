import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { edgeConfig } from '#dev/edge/edge-config.ts'
import { endChild, hasEnded, startChild } from '#dev/services/child.ts'
import { freePorts, isBusy } from '#dev/services/free-ports.ts'

/**
 * One nginx that does four things, each on a port: the edge as it is, files of equal size sent by the kernel, the same read
 * and written as pages have to be, and pages kept without a swap.
 */
export class BenchNginx implements AsyncDisposable {
  readonly edge: number
  readonly files: number
  readonly read: number
  readonly kept: number
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(ports: readonly number[], child: ChildProcess, folder: string) {
    const [edge = 0, files = 0, read = 0, kept = 0] = ports
    this.edge = edge
    this.files = files
    this.read = read
    this.kept = kept
    this.#child = child
    this.#folder = folder
  }

  /** @param files text by name, served from `files` and `read` */
  static async start(nginx: string, storefront: number, files: Readonly<Record<string, string>>): Promise<BenchNginx> {
    const folder = mkdtempSync(join(tmpdir(), 'marquee-bench-edge-'))
    mkdirSync(join(folder, 'equal'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'equal', name), text)
    const ports = await freePorts(4)
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, withPeers(place(ports[0] ?? 0, storefront, folder), ports, folder))
    const asWhom = process.getuid?.() === 0 ? ' user root;' : ''
    const argv = [nginx, '-c', file, '-p', folder, '-e', 'stderr', '-g', `daemon off;${asWhom}`]
    const child = startChild(argv, { lastSignal: 'TERM' })
    while (!(await isBusy(ports[0] ?? 0))) {
      if (hasEnded(child)) throw new Error(`nginx did not start with ${file}`)
      await sleep(20)
    }
    return new BenchNginx(ports, child, folder)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await endChild(this.#child, 'SIGTERM', 5_000)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function place(port: number, storefront: number, folder: string): string {
  return edgeConfig({
    listen: `127.0.0.1:${port}`,
    opsListen: `unix:${folder}/ops`,
    storefronts: [`127.0.0.1:${storefront}`],
    balancers: ['127.0.0.1:9'],
    folder,
  })
}

/** Beside the edge, in the same http block: what it is compared with. */
function withPeers(config: string, [, files, read, kept]: readonly number[], folder: string): string {
  const peers = `
  proxy_cache_path ${folder}/kept keys_zone=kept:4m use_temp_path=off;
  server {
    listen 127.0.0.1:${files};
    sendfile on;
    tcp_nopush on;
    location / { root ${folder}/equal; default_type text/html; gzip off; }
  }
  server {
    listen 127.0.0.1:${read};
    location / { root ${folder}/equal; default_type text/html; gzip off; }
  }
  server {
    listen 127.0.0.1:${kept};
    location / {
      proxy_pass http://storefronts;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header Accept-Encoding "";
      proxy_cache kept;
      proxy_cache_key $http_host$uri;
      proxy_ignore_headers Cache-Control Expires Vary X-Accel-Expires;
      proxy_cache_valid 200 1h;
    }
  }
}
`
  return config.replace(/\}\s*$/, peers)
}
