/** Makes a record of any type that has a list: a product is made with its name and filled after that. */
import { core } from '#renderer/client/client'
import type { EditableContent } from '#shared/model/record'
import { LibraryType, type RecordType } from '#shared/model/recordTypes'

export const createRecord = async ({ type, content }: { type: RecordType; content: EditableContent & { title: string } }): Promise<{ id: string }> => {
  if (type !== 'product') return core.records.create({ type: LibraryType.parse(type), content })
  const { id, revision } = await core.products.create({ title: content.title, sources: [] })
  return core.records.save({ id, base: revision.id, changes: content })
}
