import type { NextConfig } from 'next'
import { SECURITY_HEADERS } from './lib/http/security-headers.ts'

const inBrotli = (folder: string, ending: string, type: string) => [
  {
    source: `${folder}/:file(.*\\.${ending}\\.br)`,
    headers: [
      { key: 'content-type', value: `${type}; charset=UTF-8` },
      { key: 'content-encoding', value: 'br' },
      { key: 'vary', value: 'accept-encoding' },
    ],
  },
]

const keptFor = (how: string) => [{ key: 'cache-control', value: `public, ${how}` }]

const config: NextConfig = {
  // A test run builds beside a running `npm start` and must not overwrite what that serves.
  distDir: process.env.BUILD_FOLDER || '.next',
  reactStrictMode: true,
  // `npm test` checks the types of everything once; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  turbopack: {
    resolveAlias: {
      // Browsers get texts that are taken apart already: 9 KB of parser stay here (decision 0077).
      'use-intl/format-message': {
        browser: './lib/text/format-in-browser.ts',
        default: './lib/text/format-message.ts',
      },
    },
  },
  // Metadata is part of the head for everybody: streamed later, it would come after the nonce was swapped at the edge.
  htmlLimitedBots: /.*/,
  // No `Link` preload headers: they would be stored with a page at the edge and outgrow its header buffers.
  reactMaxHeadersLength: 0,
  // Pictures come from core through our own route, in four widths; nothing here fetches or converts images.
  images: { unoptimized: true, remotePatterns: [], localPatterns: [] },
  serverExternalPackages: [
    ...[
      '@prisma/adapter-pg',
      '@prisma/client',
      'better-auth',
      'fontkit',
      'ical-generator',
      'ioredis',
      'kafkajs',
      'pdfkit',
      'pg',
      'pino',
      'prom-client',
      'sharp',
    ],
  ],
  // Bodies pass through `proxy.ts` in memory. Routes take 16 KB, a configuration 500 KB and a picture 4 MB; what is
  // longer has to be seen to be longer, no more. The edge lets through to each path what that path takes.
  experimental: { proxyClientMaxBodySize: '4112kb' },
  headers: async () => [
    { source: '/:path*', headers: [...SECURITY_HEADERS] },
    // What the build puts beside scripts and stylesheets, for edges (decision 0114).
    ...inBrotli('/_next/static', 'js', 'application/javascript'),
    ...inBrotli('/_next/static', 'css', 'text/css'),
    ...inBrotli('/fonts', 'css', 'text/css'),
    // A font has another name when it is another one (decision 0115); the stylesheet that names it has not.
    { source: '/fonts/:file(.*\\.woff2)', headers: keptFor('max-age=31536000, immutable') },
    { source: '/fonts/:file(.*\\.css(?:\\.br)?)', headers: keptFor('max-age=60') },
    // The same as its policy's `frame-ancestors`, for browsers that know only this header. The later one counts.
    { source: '/preview/:path*', headers: [{ key: 'x-frame-options', value: 'SAMEORIGIN' }] },
  ],
}

export default config
