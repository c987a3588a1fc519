/** How a record came here and goes on: the packages that brought it, through any number of libraries. */
import type { PackagedRecord, PackageManifest } from '#shared/model/package'
import type { PackageHop, Received, RecordFile } from '#shared/model/record'

/** The hops of a record that is handed on from here, the first one first; none for one that was born here. */
export const hopsOf = ({ local: { received } }: Pick<RecordFile, 'local'>): PackageHop[] => {
  if (!received) return []
  const { packageId, library, by, madeAt, via = [] } = received
  return [...via, { packageId, library, by, madeAt }]
}

/** What a record says of the package that brought it, and of the way before that. `at` is when it was taken in. */
export const receivedOf = ({ id, library, by, madeAt }: Pick<PackageManifest, 'id' | 'library' | 'by' | 'madeAt'>, { via, lineage }: Pick<PackagedRecord, 'via' | 'lineage'>, at: string): Received =>
  ({ packageId: id, library, by, madeAt, at, ...via.length > 0 && { via }, ...lineage.length > 0 && { lineage } })

/** With the ancestors of what came before, too. */
export const withEarlierLineage = (received: Received, before: Received | undefined): Received => {
  const lineage = new Map([...received.lineage ?? [], ...before?.lineage ?? []].map((revision) => [revision.id, revision]))
  return lineage.size > 0 ? { ...received, lineage: [...lineage.values()] } : received
}
