import { expect, it } from 'vitest'
import { Problem } from '#contracts/problem.ts'
import { protocolError } from './protocol-error.ts'

it.each([
  ['HPE_INVALID_CONTENT_LENGTH', 400, 'realtime/invalid-request'],
  ['HPE_HEADER_OVERFLOW', 431, 'about:blank'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'about:blank'],
  [undefined, 400, 'realtime/invalid-request'],
])('%s is answered with a whole problem document of status %i', (code, status, type) => {
  const [head = '', body = ''] = protocolError(code).bytes.toString().split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toContain(`Content-Length: ${body.length}`)
  expect(Problem.parse(JSON.parse(body))).toMatchObject({ status, type })
})
