import type { z } from 'zod'
import { PROBLEM_STATUS, type ProblemType } from '../problem.ts'
import { queryParameters } from './schemas.ts'

/** One thing an API does, in the words of our contracts. Schemas are named as they stand in the components. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  /** With parameters in braces. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly query?: z.ZodType
  readonly body?: string
  /** Carries an `Idempotency-Key`. */
  readonly idempotent?: true
  /** Needs no key. */
  readonly open?: true
  readonly answer: { readonly status: 200 | 201 | 204; readonly schema?: string; readonly contentType?: string }
  readonly problems: readonly ProblemType[]
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Made up by the caller for one attempt and sent again with every retry of it: the same key and body get the same answer, refusals included; another body is refused.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
}

/** The `paths` of a document. */
export function pathsOf(operations: readonly Operation[]): Record<string, Record<string, unknown>> {
  const groups = Map.groupBy(operations, (operation) => operation.path)
  return Object.fromEntries(
    [...groups].map(([path, all]) => [
      path,
      Object.fromEntries(all.map((one) => [one.method, describeOperation(one)])),
    ]),
  )
}

function describeOperation(operation: Operation): unknown {
  const { id, summary, description, body, answer, problems, open } = operation
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    ...(open && { security: [] }),
    parameters: parametersOf(operation),
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: { [answer.status]: describeAnswer(answer), ...problemAnswers(problems) },
  }
}

const parametersOf = ({ path, query, idempotent }: Operation): unknown[] => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 80 },
  })),
  ...(query ? queryParameters(query) : []),
  ...(idempotent ? [IDEMPOTENCY_KEY] : []),
]

function describeAnswer({ status, schema, contentType }: Operation['answer']): unknown {
  if (schema) return { description: schema, content: json(schema) }
  if (contentType) return { description: 'A picture.', content: { [contentType]: {} } }
  return { description: status === 204 ? 'Done; nothing to say.' : 'Done.' }
}

/** Problems of one status share an answer, whose description lists their types. */
function problemAnswers(problems: readonly ProblemType[]): Record<string, unknown> {
  const byStatus = Map.groupBy(problems, (type) => PROBLEM_STATUS[type])
  return Object.fromEntries(
    [...byStatus].map(([status, types]) => [
      status,
      {
        description: types.map((type) => `\`${type}\``).join(', '),
        content: json('Problem', 'application/problem+json'),
      },
    ]),
  )
}

const json = (schema: string, type = 'application/json') => ({
  [type]: { schema: { $ref: `#/components/schemas/${schema}` } },
})
