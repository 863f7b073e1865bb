import { join } from 'node:path'
import type { NextConfig } from 'next'

/** Built once with `cacheComponents` and once without; all else is as in the storefront's own next.config.ts. */
const config: NextConfig = {
  distDir: `.next-${process.env.VARIANT}`,
  cacheComponents: process.env.VARIANT === 'ppr',
  // So that the file of both can say 'use cache'; only the variant with `cacheComponents` comes there.
  experimental: { useCache: true },
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  turbopack: {
    root: join(import.meta.dirname, '../../..'),
    resolveAlias: {
      'use-intl/format-message': {
        browser: 'use-intl/format-message/format-only',
        default: '../../../lib/text/format-message.ts',
      },
    },
  },
  htmlLimitedBots: /.*/,
  reactMaxHeadersLength: 0,
  images: { unoptimized: true },
}

export default config
