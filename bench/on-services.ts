import startServices from '#dev/test/global-services.ts'

/** Measures with PostgreSQL, Redis and Kafka there, as tests have them; the measuring closes what it opens before they go. */
export async function onServices<Measured>(measure: () => Promise<Measured>): Promise<Measured> {
  const stopServices = await startServices()
  const measured = await measure()
  await stopServices?.()
  return measured
}
