import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  // Express answers everything but the panel; Next adds no headers of its own.
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 2 },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
