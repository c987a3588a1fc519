/** How wide the columns of a list are, in CSS pixels, unless somebody chose otherwise. */

/** The narrowest that a column can be made. */
export const minimalWidth = 60
/** The widest. */
export const widest = 800
/** The title takes what the others leave, but this much at least. */
export const titleWidth = 200

const widths: Readonly<Record<string, number>> = {
  number: 158, stage: 114, edition: 84, unit: 124, field: 104, tags: 160, date: 112, updatedAt: 124, polarity: 84, attachments: 76, confidentiality: 84, authors: 120,
}

export const widthOf = (key: string): number => widths[key] ?? 120
