/** Which of the records that a body cites or links to are not in this library. Until it is known, none is called missing. */
import { useMemo } from 'react'
import { useRecordRows } from '#renderer/client/recordRows'
import type { Body } from '#shared/model/body/body'
import { bodyRecordLinks } from '#shared/model/body/walk'
import { bodyCitations } from '#shared/model/gates'

export const useMissingRecords = (body: Body): ReadonlySet<string> => {
  const ids = useMemo(() => [...bodyCitations(body).map(({ citation }) => citation.recordId), ...bodyRecordLinks(body)], [body])
  const { rows } = useRecordRows(ids)
  return useMemo(() => new Set(rows ? ids.filter((id) => !rows.has(id)) : []), [ids, rows])
}
