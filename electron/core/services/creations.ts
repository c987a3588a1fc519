/** What a person creates by hand, under an id of its own: what could not be created is kept, and created later under that very id. */
import type { NewRecord } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import type { ProductService } from './products'
import type { RecordService } from './records'
import type { RecoveryService } from './recoveries'
import type { SettingsService } from './settings'

export interface CreationService {
  create: (creation: NewRecord, id?: string) => Promise<RecordFile>
  /** Creates what was kept under an id; answers with the record where that was done meanwhile. Throws `not_found` and what creating throws. */
  createKept: (id: string) => Promise<RecordFile>
}

interface Parts { records: RecordService; products: ProductService; recoveries: RecoveryService; settings: SettingsService }

/** A record of a library begins under a title that the screen gives it: there is nothing to lose. A product is named first. */
const holdsText = ({ type, content }: NewRecord): boolean => type === 'product' || Object.keys(content).length > 1

export const createCreationService = ({ records, products, recoveries, settings }: Parts): CreationService => {
  /** What nobody may ask for again is given no id: it can't have been made before. */
  const write = async ({ type, content, sources, stage }: NewRecord, id: string | undefined): Promise<RecordFile> =>
    (type === 'product' ? products.create({ ...content, ...stage && { stage } }, sources, id) : records.create(type, content, { id }))

  const create: CreationService['create'] = async (creation, given) => {
    if (!holdsText(creation)) return write(creation, given)
    const id = given ?? newId()
    return recoveries.guardCreation(id, creation, settings.person(), async () => write(creation, id))
  }

  return {
    create,
    createKept: async (id) => {
      const creation = await recoveries.creation(id)
      return creation ? create(creation, id) : records.get(id)
    },
  }
}
