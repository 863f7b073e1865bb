/**
 * How many ids are kept per stream. A resume brings at most 500 messages in all, those that were seen before among them, so
 * a duplicate is always among the last 512.
 */
const REMEMBERED_PER_STREAM = 512

/** Streams are remembered beyond the 32 of a connection, because a page may leave one and come back to it. */
const REMEMBERED_STREAMS = 64

/** Remembers which messages came, so that a resume, two leaders or two paths never tell anything twice. */
export class Seen {
  readonly #streams = new Map<string, Set<string>>()

  /** True the first time this id comes on this stream. */
  first(stream: string, id: string): boolean {
    const ids = this.#idsOf(stream)
    if (ids.has(id)) return false
    ids.add(id)
    if (ids.size > REMEMBERED_PER_STREAM) dropOldest(ids)
    return true
  }

  #idsOf(stream: string): Set<string> {
    const known = this.#streams.get(stream)
    // Put last again, so that the stream dropped is the one that has been quiet longest.
    if (known) this.#streams.delete(stream)
    const ids = known ?? new Set<string>()
    this.#streams.set(stream, ids)
    if (this.#streams.size > REMEMBERED_STREAMS) dropOldest(this.#streams)
    return ids
  }
}

/** Sets and maps iterate in the order of insertion. */
function dropOldest(collection: Set<string> | Map<string, unknown>): void {
  for (const oldest of collection.keys()) {
    collection.delete(oldest)
    return
  }
}
