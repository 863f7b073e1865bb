/** One number that a process tells at /metrics; 0 when it has not counted it yet. @param labels as Prometheus writes them */
export async function metricOf(url: string, name: string, labels: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name}{`) && one.includes(labels))
  return Number(line?.split(' ').at(-1) ?? 0)
}

/** What a process says of itself at /readyz. */
// biome-ignore lint/suspicious/noExplicitAny: each role has its own fields
export async function readiness(url: string): Promise<any> {
  return (await fetch(`${url}/readyz`)).json()
}
