import type { z } from 'zod'
import { type Operation, pathsOf } from './operation.ts'
import { componentSchemas } from './schemas.ts'

export interface Api {
  readonly title: string
  readonly description: string
  /** Where it listens in development. */
  readonly url: string
  readonly schemas: Readonly<Record<string, z.ZodType>>
  readonly operations: readonly Operation[]
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly paths: Record<string, Record<string, unknown>>
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> }
}

/** An OpenAPI 3.1 document. Its schemas are made from the zod schemas, which are the only source. */
export function openApiDocument({ title, description, url, schemas, operations }: Api): OpenApiDocument {
  const document = {
    openapi: '3.1.0' as const,
    info: { title, version: '1.0.0', description },
    servers: [{ url, description: 'The stand-in of a development machine.' }],
    security: [{ resellerKey: [] }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        resellerKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A reseller’s key. Who asks is the key’s reseller, never something in the body.',
        },
      },
      schemas: componentSchemas(schemas),
    },
  }
  return document
}

/** A document as it is committed. */
export const openApiText = (document: OpenApiDocument): string => `${JSON.stringify(document, null, 2)}\n`
