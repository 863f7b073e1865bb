import { ConfigDraftRequest, ConfigVersion, ConfigVersionPage, ConfigVersionQuery } from '../config-event.ts'
import { Problem, type ProblemType } from '../problem.ts'
import { ResellerConfig } from '../reseller-config.ts'
import { openApiDocument } from './document.ts'

const ALWAYS: readonly ProblemType[] = [
  'reseller-service/invalid-request',
  'reseller-service/not-found',
  'reseller-service/unauthorized',
  'reseller-service/internal',
]

/** The reseller service: the source of truth of every reseller's configuration. */
export const resellerServiceDocument = () =>
  openApiDocument({
    title: 'Reseller service',
    description:
      'Versions of a reseller’s configuration. Every change is also a whole `reseller.config` event with a growing `sequence`. A draft is refused, field by field, unless its `config` is a `ResellerConfig`; versions stored long ago may be older than that schema, so readers validate what they read. Another reseller’s versions answer exactly like versions that do not exist.',
    url: 'http://127.0.0.1:4200',
    schemas: { ConfigDraftRequest, ConfigVersion, ConfigVersionPage, Problem, ResellerConfig },
    operations: [
      {
        method: 'get',
        path: '/v1/resellers/{id}/configs',
        id: 'listConfigVersions',
        summary: 'Versions, newest first',
        query: ConfigVersionQuery,
        answer: { status: 200, schema: 'ConfigVersionPage' },
        problems: ALWAYS,
      },
      {
        method: 'post',
        path: '/v1/resellers/{id}/configs',
        id: 'createDraft',
        summary: 'A new draft, under the next version number',
        body: 'ConfigDraftRequest',
        answer: { status: 201, schema: 'ConfigVersion' },
        problems: ALWAYS,
      },
      {
        method: 'post',
        path: '/v1/resellers/{id}/configs/{version}/publish',
        id: 'publishVersion',
        summary: 'Makes a version live; an older one is a rollback',
        description: 'Publishing what is live already changes nothing.',
        answer: { status: 200, schema: 'ConfigVersion' },
        problems: ALWAYS,
      },
    ],
  })
