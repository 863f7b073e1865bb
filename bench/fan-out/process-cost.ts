import { readFileSync } from 'node:fs'

/** Linux counts a process's CPU in hundredths of a second, whatever its clock can do. */
const TICK_US = 10_000

/** What the kernel has counted for a process, all its threads together. */
export function processCost(pid: number): { readonly cpuUs: number; readonly residentBytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may contain anything; behind it, user and system time are the 12th and 13th fields.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return { cpuUs: (Number(fields[11]) + Number(fields[12])) * TICK_US, residentBytes: Number(kilobytes) * 1024 }
}
