/** The list of one library, narrowed to what was chosen. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import type { RecordSort } from '#shared/contract/records'
import type { ListedType } from '#shared/model/recordTypes'
import type { Listed } from './listed'
import type { ChosenFacets } from './listState'

const mostPerCall = 500

export const useLibraryListed = (type: ListedType, facets: ChosenFacets, sort: RecordSort): Listed => {
  const { t } = useTranslation('common')
  return useMemo(() => {
    const filter = { type, facets }
    return {
      key: type, name: t(`library.${type}`), type,
      allBut: (except) => ({ filter, except }),
      idsBetween: async (from, to) => {
        const ids: string[] = []
        for (let offset = from; offset <= to; offset += mostPerCall) {
          const { rows } = await core.records.list({ filter, sort, offset, limit: Math.min(mostPerCall, to - offset + 1) })
          ids.push(...rows.map(({ id }) => id))
        }
        return ids
      },
    }
  }, [t, type, facets, sort])
}
