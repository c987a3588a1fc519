/** The human number (编号) of a record: unit code, type, year, sequence. Given by the home library, never reused. */
import { recordTypes, type RecordType } from '#shared/model/recordTypes'
import type { Session } from './session'

export const nextNumber = ({ catalog, folder }: Session, type: RecordType, now: number): string => {
  const year = String(new Date(now).getFullYear())
  return catalog.nextNumber(`${folder.library.current().unit.code}-${recordTypes[type].code}-${year}-`)
}
