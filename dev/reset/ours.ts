/** What the system keeps in its data folder. DATA_DIR may name one in which somebody has other things, too. */
export const ours: ReadonlySet<string> = new Set([
  ...['postgres', 'postgres.draft', 'redis', 'kafka', 'rabbitmq'],
  ...['edge', 'logs', 'secrets.json', 'artwork'],
])
