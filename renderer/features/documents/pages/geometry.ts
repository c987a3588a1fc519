/** Lengths on a page: paper is measured in millimetres, the screen in CSS pixels. */
export const pixelsPerMillimetre = 96 / 25.4

export const pixelsOf = (millimetres: number): number => millimetres * pixelsPerMillimetre

/** What rounding makes of heights is no reason for a further page. */
export const tolerance = 0.75
