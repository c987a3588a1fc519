/** What a record leaves as: a product as its edition, or as it is written now where that was changed since; a meeting as its handbook; any other as itself. */
import { core } from '#renderer/client/client'
import type { DocumentSource } from '#shared/contract/documents'
import type { RecordType } from '#shared/model/recordTypes'

/** Null where there is no edition, or where it no longer is what is written. */
const sealOf = async (id: string): Promise<string | null> => {
  const edition = (await core.products.editions({ id })).find(({ status, intact }) => status !== 'superseded' && intact)
  if (!edition) return null
  const { conditions } = await core.products.gate({ id })
  const isUnchanged = conditions.some(({ missing }) => missing.some((gap) => gap.kind === 'unchanged' && gap.edition === edition.number))
  return isUnchanged ? edition.seal : null
}

/** Of what is saved. Rejects with a failure of the contract. */
export const documentSourceOf = async ({ id, type }: { id: string; type: RecordType }): Promise<DocumentSource> => {
  switch (type) {
    case 'product': return { kind: 'edition', id, seal: await sealOf(id), part: 'workPackage' }
    case 'meeting': return { kind: 'meeting', id, part: 'handbook' }
    default: return { kind: 'record', id }
  }
}
