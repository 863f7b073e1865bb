import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { ClearLine } from './clear-line.ts'
import { composeProject, dockerAnswers, startCompose } from './docker.ts'

afterEach(() => vi.unstubAllEnvs())

/** A `docker` in front of the PATH that notes what it is asked and answers as `answers` (shell) says. */
function fakeDocker(answers: string): () => string[] {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-docker-'))
  const notes = join(folder, 'notes')
  writeFileSync(notes, '')
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\necho "$* $REDIS_PORT" >> ${notes}\n${answers}\n`, { mode: 0o755 })
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
  return () =>
    readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim())
}

const options = { dataDir: '/some/.data', say: () => {} }
const project = `compose --project-name ${composeProject('/some/.data')}`

it('answers only when both the engine and compose do', async () => {
  fakeDocker('exit 0')
  expect(await dockerAnswers()).toBe(true)
  fakeDocker('[ "$1" = info ] && exit 1; exit 0')
  expect(await dockerAnswers()).toBe(false)
})

it('starts what is asked for, waits for its health, and stops it in the end', async () => {
  const notes = fakeDocker('[ "$4" = port ] && exit 1; exit 0')
  const [redis] = await startCompose(['redis'], options)
  const port = Number(new URL(redis?.address ?? '').port)
  await redis?.[Symbol.asyncDispose]()
  expect(notes()).toEqual([
    `${project} port redis 6379`,
    `${project} up --detach --wait redis ${port}`,
    `${project} stop ${port}`,
  ])
})

it('finds a container that runs already on the port it has', async () => {
  fakeDocker('[ "$4" = port ] && echo 127.0.0.1:16379; exit 0')
  const [redis] = await startCompose(['redis'], options)
  expect(redis?.address).toBe('redis://127.0.0.1:16379')
})

it('says in one line why compose could not start something', async () => {
  fakeDocker('[ "$4" = up ] && echo "no space left on device" && exit 1; exit 1')
  await expect(startCompose(['redis'], options)).rejects.toThrow(ClearLine)
})
