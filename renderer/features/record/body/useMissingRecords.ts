/** Which of the records that a body cites are not in this library. Until it is known, none is called missing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '#renderer/client/queries'
import type { Body } from '#shared/model/body/body'
import { bodyCitations } from '#shared/model/gates'

/** As many as one question may ask for. */
const most = 500

export const useMissingRecords = (body: Body): ReadonlySet<string> => {
  const ids = useMemo(() => [...new Set(bodyCitations(body).map(({ citation }) => citation.recordId))].sort().slice(0, most), [body])
  const rows = useQuery({ ...api.records.rows.queryOptions({ input: { ids } }), enabled: ids.length > 0, placeholderData: keepPreviousData }).data
  return useMemo(() => new Set(rows ? ids.filter((id) => !rows.some((row) => row.id === id)) : []), [ids, rows])
}
