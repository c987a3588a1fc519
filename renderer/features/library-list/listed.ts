/** What a list shows, whoever lists it: the table, its selection and what is done to that need not know more. */
import type { RecordSelection } from '#shared/contract/records'
import type { ListedType } from '#shared/model/recordTypes'

export interface Listed {
  /** Under it the list's place, order and selection are kept while the app runs. */
  key: string
  name: string
  /** Null where records of all types stand together, in an order of their own. */
  type: ListedType | null
  /** All that is listed, but these. */
  allBut: (except: string[]) => RecordSelection
  /** The records of a stretch of the list, both ends included. */
  idsBetween: (from: number, to: number) => Promise<string[]>
}
