/** What becomes of a text in a record: as it was decided for that record, else for all, else it is masked. */
import type { Masking } from '#shared/contract/masking'
import type { MaskAction, SensitiveKind } from '#shared/model/masking/sensitive'

export type Decide = (kind: SensitiveKind, text: string, recordId: string | null) => MaskAction

export const hitKey = (kind: SensitiveKind, text: string): string => `${kind} ${text}`

const masked: MaskAction = { action: 'mask' }

export const decideBy = ({ decisions }: Pick<Masking, 'decisions'>): Decide => {
  const known = new Map(decisions.map(({ kind, text, recordId, decision }) => [`${recordId ?? ''} ${hitKey(kind, text)}`, decision]))
  return (kind, text, recordId) => known.get(`${recordId ?? ''} ${hitKey(kind, text)}`) ?? known.get(` ${hitKey(kind, text)}`) ?? masked
}
