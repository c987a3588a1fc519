/** Packages: making one, looking into one, taking it in; and the ledger of what was sent and received. */
import type { Suggestable } from '#shared/contract/packages'
import type { ExchangeFile } from '#shared/model/exchange'
import { createMaking, type Making, type MakingParts } from './making'
import { createOpening, type Opening, type OpeningParts } from './opening'
import { suggestable } from './suggestable'

export { lineageOf } from './lineage'
export { createMaskingService, recipientsOf, type MaskingService } from './masking'

export interface PackageService extends Making, Opening {
  exchanges: () => Promise<ExchangeFile[]>
  suggestable: () => Promise<Suggestable[]>
}

export const createPackageService = (parts: MakingParts & OpeningParts): PackageService => ({
  ...createMaking(parts), ...createOpening(parts),
  exchanges: async () => {
    const { folder, noteDamage } = parts.sessions.required()
    return folder.exchanges.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
  },
  suggestable: async () => suggestable(parts.sessions.required()),
})
