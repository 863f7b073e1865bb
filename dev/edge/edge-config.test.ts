import { expect, it } from 'vitest'
import { edgeConfig } from './edge-config.ts'

const place = {
  listen: '3000',
  opsListen: '127.0.0.1:3999',
  storefronts: ['127.0.0.1:3001', '127.0.0.1:3002'],
  balancers: ['127.0.0.1:4000'],
  folder: '/var/lib/edge',
}

it('puts a place’s addresses into the one file there is', () => {
  const text = edgeConfig(place)
  expect(text).toContain('listen 3000;')
  expect(text).toContain('server 127.0.0.1:3001 max_fails=1 fail_timeout=2s;\n    server 127.0.0.1:3002 ')
  expect(text).toContain('proxy_cache_path /var/lib/edge/pages ')
  expect(text).not.toMatch(/listen 8080|\/tmp\/|^ *listen \S+ ssl/m)
})

it('listens for HTTPS where there is a certificate', () => {
  const text = edgeConfig({ ...place, tls: { listen: '3443', certificate: '/c.pem', key: '/k.pem' } })
  expect(text).toMatch(/^ *listen 3443 ssl http2;/m)
  expect(text).toMatch(/^ *ssl_certificate +\/c\.pem;/m)
  expect(text).toMatch(/^ *ssl_certificate_key +\/k\.pem;/m)
})

it('refuses a file that has no such addresses, rather than run it as it is', () => {
  expect(() => edgeConfig(place, 'http {}')).toThrow('there is no "listen 8080 default_server;" in it')
})
