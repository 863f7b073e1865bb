import type { NextConfig } from 'next'
import { SECURITY_HEADERS } from './lib/http/security-headers.ts'

const config: NextConfig = {
  // A test run builds beside a running `npm start` and must not overwrite what that serves.
  distDir: process.env.BUILD_FOLDER || '.next',
  reactStrictMode: true,
  // `npm test` checks the types of everything once; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Metadata is part of the head for everybody: streamed later, it would come after the nonce was swapped at the edge.
  htmlLimitedBots: /.*/,
  // No `Link` preload headers: they would be stored with a page at the edge and outgrow its header buffers.
  reactMaxHeadersLength: 0,
  // Pictures come from core through our own route, in three widths; nothing here fetches or converts images.
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
    ],
  ],
  // Bodies pass through `proxy.ts` in memory. Routes take 16 KB; what is longer has to be seen to be longer, no more.
  experimental: { proxyClientMaxBodySize: '32kb' },
  headers: async () => [{ source: '/:path*', headers: [...SECURITY_HEADERS] }],
}

export default config
