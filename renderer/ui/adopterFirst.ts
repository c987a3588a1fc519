/** What a record is called in a list where there is room for little. */
import type { RecordRow } from '#shared/contract/records'

/** `rest` is said after the name, empty where the name says all. */
export interface ListName { name: string; rest: string }

/** An adoption is called by who takes the product up: its title begins with the product, which many share. */
export const adopterFirst = ({ type, title, team, unit }: Pick<RecordRow, 'type' | 'title' | 'team' | 'unit'>): ListName => {
  const adopter = type === 'adoption' ? team || unit : ''
  return adopter === '' ? { name: title, rest: '' } : { name: adopter, rest: title }
}
