import { ProblemError, problemOf } from '#components/api/problem-error.ts'
import { PICTURE_TYPES, PICTURE_UPLOAD_LIMIT, PictureFault, StoredPicture } from '#contracts/picture.ts'
import type { Problem } from '#contracts/problem.ts'

/** Why a file did not become a picture, as the texts of `editor` tell it with the way out. */
export type UploadFault = PictureFault | 'too-large' | 'no-room' | 'signed-out' | 'away'

/** Four megabytes over a slow phone line; a connection that moves nothing ends by itself before. */
const TIMEOUT_MS = 120_000

/** What can be told without sending anything. */
export function faultBeforehand({ type, size }: Pick<File, 'type' | 'size'>): UploadFault | null {
  if (!(PICTURE_TYPES as readonly string[]).includes(type)) return 'not-a-picture'
  return size > PICTURE_UPLOAD_LIMIT ? 'too-large' : null
}

export function uploadFault(error: unknown): UploadFault {
  const problem = problemOf(error)
  switch (problem?.type) {
    case 'storefront/unusable-picture':
      return PictureFault.safeParse(problem.detail).data ?? 'damaged'
    case 'storefront/unsupported-media-type':
      return 'not-a-picture'
    case 'storefront/too-large':
      return 'too-large'
    case 'storefront/no-room':
      return 'no-room'
    case 'storefront/sign-in-needed':
      return 'signed-out'
    default:
      // An edge that finds a body too long answers by itself.
      return problem?.status === 413 ? 'too-large' : 'away'
  }
}

/**
 * Sends a file. By XMLHttpRequest, because `fetch` does not say how much of a body is on its way.
 * @param onShare how much has been sent, 0 to 1
 * @throws ProblemError with the storefront's reason, Error when no answer came
 */
export function uploadPicture(file: File, onShare: (share: number) => void): Promise<StoredPicture> {
  const { promise, resolve, reject } = Promise.withResolvers<StoredPicture>()
  const request = new XMLHttpRequest()
  request.open('POST', '/api/admin/pictures')
  request.responseType = 'json'
  request.timeout = TIMEOUT_MS
  request.setRequestHeader('content-type', file.type)
  request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0))
  const gone = () => reject(new Error('no answer came'))
  for (const event of ['error', 'timeout', 'abort'] as const) request.addEventListener(event, gone)
  request.addEventListener('load', () => {
    const stored = StoredPicture.safeParse(request.response)
    if (request.status === 201 && stored.success) resolve(stored.data)
    else reject(new ProblemError(problemIn(request)))
  })
  request.send(file)
  return promise
}

function problemIn({ status, response }: XMLHttpRequest): Problem {
  const fallback = { type: 'storefront/internal', title: 'no reason was given', status }
  return typeof response === 'object' && response !== null && 'type' in response
    ? { ...fallback, ...(response as Problem) }
    : fallback
}
