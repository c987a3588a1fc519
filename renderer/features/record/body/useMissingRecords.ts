/** Which of the records that a body cites or links to are not in this library. Until it is known, none is called missing. */
import { useMemo } from 'react'
import { useRecordRows } from '#renderer/client/recordRows'
import type { Body } from '#shared/model/body/body'
import { bodyRecordLinks } from '#shared/model/body/walk'
import { bodyCitations } from '#shared/model/gates'
import { bySection } from './bySection'

const namedBySection = bySection((part) => [...bodyCitations(part).map(({ citation }) => citation.recordId), ...bodyRecordLinks(part)])

export const useMissingRecords = (body: Body): ReadonlySet<string> => {
  // The same for as long as the same records are cited and linked: the body is another one after each save.
  const named = useMemo(() => [...new Set(namedBySection(body).flat())].join(' '), [body])
  const ids = useMemo(() => (named === '' ? [] : named.split(' ')), [named])
  const { rows } = useRecordRows(ids)
  return useMemo(() => new Set(rows ? ids.filter((id) => !rows.has(id)) : []), [ids, rows])
}
