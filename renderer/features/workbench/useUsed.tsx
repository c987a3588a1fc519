/** What was used on this machine, in one order: a few at first, many on demand. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'

const atFirst = 6
const atMost = 50

export const useUsed = (by: 'recent' | 'most' | 'favourites') => {
  const { t } = useTranslation('workbench')
  const [showsAll, setShowsAll] = useState(false)
  // One more than is shown tells whether there are more.
  const query = useQuery({ ...api.usage.list.queryOptions({ input: { by, limit: showsAll ? atMost : atFirst + 1 } }), placeholderData: keepPreviousData })
  const rows = showsAll ? query.data : query.data?.slice(0, atFirst)
  const isLong = (query.data?.length ?? 0) > atFirst
  const more = isLong && (
    <Button type="link" size="small" aria-expanded={showsAll} onClick={() => { setShowsAll(!showsAll) }}>{t(showsAll ? 'used.fewer' : 'used.more')}</Button>
  )
  return { query, rows, more }
}
