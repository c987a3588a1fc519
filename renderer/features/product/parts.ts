/** The parts of a product's page that stand below its text, and how each is reached. */
import type { RowsField } from '#shared/model/fields'
import { recordTypes } from '#shared/model/recordTypes'

/** In the order in which they stand on the page: those with an editor of their own first. */
export const productParts = ['steps', 'flow', 'roles', 'indicators', 'prerequisites', 'acceptance', 'training'] as const
export type ProductPart = (typeof productParts)[number]

/** The element of a part, as the tables among the fields of any record have it. */
export const partId = (part: ProductPart): string => `rows-fields-${part}`

export const productField = (key: ProductPart): RowsField | undefined =>
  recordTypes.product.fields.flatMap((field): RowsField[] => (field.kind === 'rows' && field.key === key ? [field] : []))[0]

/** Whether a part is on the page: an empty table is there only while it is edited. */
export const isShown = (part: ProductPart): boolean => document.getElementById(partId(part)) !== null

/** Brings a part into sight once the page is drawn. */
export const showPart = (part: ProductPart): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(partId(part))?.scrollIntoView({ block: 'start' })))
}
