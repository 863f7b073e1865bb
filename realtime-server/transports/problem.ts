import type { ServerResponse } from 'node:http'
import { REALTIME_PROBLEM_STATUS, type RealtimeProblemType } from '#contracts/connection.ts'

/** A problem document (RFC 9457). `detail` is for the person who called; it must not repeat their input. */
export const problemOf = (type: RealtimeProblemType, detail: string) => ({
  type,
  title: TITLES[type],
  status: REALTIME_PROBLEM_STATUS[type],
  detail,
})

/** Answers with a problem document. */
export function sendProblem(
  response: ServerResponse,
  type: RealtimeProblemType,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const problem = problemOf(type, detail)
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(problem))
}

const TITLES: Record<RealtimeProblemType, string> = {
  'realtime/invalid-request': 'The request cannot be understood',
  'realtime/unauthorized': 'These streams need an identity',
  'realtime/forbidden': 'Not allowed',
  'realtime/not-found': 'Not here',
  'realtime/too-many-streams': 'Too many streams',
  'realtime/upgrade-required': 'This is a WebSocket',
  'realtime/too-often': 'Too much from one address, or of one person',
  'realtime/full': 'This node is full',
  'realtime/unavailable': 'Nobody can serve this now',
}
