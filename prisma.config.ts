import { defineConfig } from 'prisma/config'

// For Prisma's command line only; programs receive their database address as a value.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? '' },
})
