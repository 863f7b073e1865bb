import { get } from 'node:http'

/** A page of a reseller's site. Node does not resolve names below localhost, so the name goes into the Host header. */
export function readPage(site: string, path = '/'): Promise<string> {
  const { host, port } = new URL(site)
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.once('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    request.once('error', reject)
  })
}
