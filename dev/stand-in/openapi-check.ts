import { z } from 'zod'
import type { OpenApiDocument } from '#contracts/openapi/document.ts'

/** An answer as it left: the path as it was asked, without its query. */
export interface GivenAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
}

/** What an answer has that its API's document does not say; null when they agree. */
export type AnswerCheck = (answer: GivenAnswer) => string | null

interface Described {
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema?: unknown }> }>>
}

/** Reads the document as any other client would, from its JSON, without our schemas. */
export function createAnswerCheck(document: OpenApiDocument): AnswerCheck {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      operation: operation as Described,
    })),
  )
  const validator = createValidator(document)
  return ({ method, path, status, contentType, body }) => {
    const route = routes.find((one) => one.method === method && one.pattern.test(path))
    if (route === undefined) return status === 404 ? null : `${method} ${path} is not in the document`
    const response = route.operation.responses[status]
    if (response === undefined) return `${method} ${path}: status ${status} is not in the document`
    if (!response.content) return body === '' ? null : `${method} ${path}: ${status} should have no body`
    const type = contentType?.split(';')[0] ?? ''
    const described = response.content[type]
    if (described === undefined) return `${method} ${path}: ${status} should not be ${type}`
    return described.schema === undefined ? null : validator(described.schema, body)
  }
}

/** Schemas are compiled once each; the largest takes milliseconds. */
function createValidator({ components }: OpenApiDocument) {
  const compiled = new Map<string, z.ZodType>()
  const $defs = relocate(components.schemas)
  return (schema: unknown, body: string): string | null => {
    const key = JSON.stringify(schema)
    const validate = compiled.get(key) ?? z.fromJSONSchema({ $defs, ...(relocate(schema) as object) } as never)
    compiled.set(key, validate)
    const result = validate.safeParse(JSON.parse(body))
    return result.success ? null : z.prettifyError(result.error)
  }
}

/** JSON Schema keeps definitions elsewhere than OpenAPI. */
const relocate = (part: unknown): unknown =>
  JSON.parse(JSON.stringify(part).replaceAll('#/components/schemas/', '#/$defs/'))
