/** Makes a record of any type that has a list, with all its content at once. */
import { core } from '#renderer/client/client'
import { FreeType } from '#shared/model/recordTypes'
import type { RecordsApi } from '../autosave/saveToCore'

export const createRecord: RecordsApi['create'] = async ({ id, type, content: { title, ...content } }) =>
  (type === 'product'
    ? core.products.create({ id, title, sources: [], content })
    : core.records.create({ id, type: FreeType.parse(type), content: { ...content, title } }))
