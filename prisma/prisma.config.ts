import { defineConfig } from 'prisma/config'

// The command line tool only; programs receive their database address as a value.
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? '' },
})
