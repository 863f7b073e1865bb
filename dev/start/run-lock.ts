import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClearLine } from '../services/clear-line.ts'

interface Owner {
  readonly pid: number
  /** When the kernel started it: process numbers are given out again. */
  readonly born: string
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json')

/** Makes this process the only one that runs a system on a data folder. Throws a clear line while another does. */
export function takeRunLock(dataDir: string, what = 'npm start'): Disposable {
  refuseWhileRunning(dataDir, 'Stop it there with Ctrl-C, or use it', what)
  const file = fileIn(dataDir)
  writeLock(dataDir, file)
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) }
}

/** Throws a clear line with this advice while a system runs on a data folder. */
export function refuseWhileRunning(dataDir: string, advice: string, what = 'npm start'): void {
  const owner = readOwner(fileIn(dataDir))
  if (!owner) return
  if (birth(owner.pid) === owner.born)
    throw new ClearLine(`${what} runs already in this folder (process ${owner.pid}). ${advice}`)
  rmSync(fileIn(dataDir), { force: true }) // its owner was killed
}

function writeLock(dataDir: string, file: string): void {
  const owner: Owner = { pid: process.pid, born: birth(process.pid) ?? '' }
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new ClearLine('another one begins in this folder at this moment. Use that one')
    if (code === 'ENOSPC') throw new ClearLine(`no disk space left to write ${file}. Free some and start again`)
    throw new ClearLine(
      `cannot write to ${dataDir} (${code}). Give this user the folder, or clone the repository elsewhere`,
    )
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return null
  }
}

/** Something that two processes of the same number do not share; null when there is no such process. */
function birth(pid: number): string | null {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return 'alive'
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return afterName.split(' ')[19] ?? ''
  } catch {
    return null
  }
}
