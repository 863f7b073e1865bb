import { z } from 'zod'

type JsonSchema = Record<string, unknown>

/** zod's pattern for a date and time is longer than everything else; the format says it, and that it ends in Z. */
const INSTANT_PATTERN = 'Z$'

/**
 * The schemas as JSON Schema, each under `#/components/schemas/<name>` and referring to the others by that name.
 * Objects stay open: evolution is additive, so a reader must bear fields it does not know.
 */
export function componentSchemas(schemas: Readonly<Record<string, z.ZodType>>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const { schemas: made } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => loosen(jsonSchema as JsonSchema),
  })
  return Object.fromEntries(Object.keys(schemas).map((id) => [id, withoutHeader(made[id] as JsonSchema)]))
}

/** One query parameter per field of an object schema. */
export function queryParameters(schema: z.ZodType): JsonSchema[] {
  const { properties = {} } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => loosen(jsonSchema as JsonSchema),
  }) as { properties?: Record<string, JsonSchema> }
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: 'query',
    required: isRequired(schema, name),
    schema: own,
  }))
}

/** A field is required if an empty object is faulty for want of it. */
function isRequired(schema: z.ZodType, name: string): boolean {
  const faults = schema.safeParse({}).error?.issues ?? []
  return faults.some((issue) => issue.path[0] === name)
}

function loosen(schema: JsonSchema): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.format === 'date-time') schema.pattern = INSTANT_PATTERN
}

function withoutHeader({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema
}
