/** The list of one library, as it was asked for. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import type { ListQuery } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import type { Listed } from './listed'
import { keyOf } from './listState'

const mostPerCall = 500

export const useLibraryListed = (type: ListedType, query: ListQuery): Listed => {
  const { t } = useTranslation('common')
  return useMemo(() => {
    const { facets, sort, group } = query
    const filter = { type, facets }
    return {
      key: keyOf(type, query), name: t(`library.${type}`), type,
      allBut: (except) => ({ filter, except }),
      idsBetween: async (from, to) => {
        const ids: string[] = []
        for (let offset = from; offset <= to; offset += mostPerCall) {
          const { rows } = await core.records.list({ filter, sort, ...group !== undefined && { group }, offset, limit: Math.min(mostPerCall, to - offset + 1) })
          ids.push(...rows.map(({ id }) => id))
        }
        return ids
      },
    }
  }, [t, type, query])
}
