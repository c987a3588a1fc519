/** How much each sign of ripeness counts. The sum puts candidates in order and means nothing by itself. */
import type { RecordRow } from '#shared/contract/records'

/** That others do the like elsewhere says most: what works in one place alone may work there alone. */
const unitWeight = 10
/** Nobody asks for the sixth unit. */
const mostUnits = 5
/** Each further record of like practice. */
const recordWeight = 3
/** A number before and after, with its proof, is what a standard is argued with. */
const measuredWeight = 6
/** Somebody wrote down what it is worth elsewhere. */
const promotedWeight = 4
/** Who cites it built on it; the tenth who does says little more than the fifth, so that it is counted by its logarithm. */
const citedWeight = 3
/** Opened or filled in on this machine alone, and often by chance. */
const usedWeight = 1
/** Of a rating, what is above the middle. */
const ratedWeight = 2
const middleStars = 3
/** Published has been through more than validated. */
const publishedWeight = 2

export const highStars = 4

/** What is known of a record without reading it. `used`: opened, exported and filled in on this machine; `cited`: records that refer to it; `stars` 0 for none. */
export interface Known { row: RecordRow; used: number; cited: number; stars: number }

export const cheapScore = ({ row, used, cited, stars }: Known): number => citedWeight * Math.log2(1 + cited) + usedWeight * Math.log2(1 + used)
  + (stars > 0 ? ratedWeight * (stars - middleStars) : 0) + (row.stage === 'published' ? publishedWeight : 0)

export interface Counted { units: number; records: number; measured: number; promoted: number; cheap: number }

/** `cheap` is the highest of its records, `measured` and `promoted` count records. */
export const scoreOf = ({ units, records, measured, promoted, cheap }: Counted): number => cheap + unitWeight * (Math.min(units, mostUnits) - 1) + recordWeight * (records - 1)
  + measuredWeight * Math.min(measured, mostUnits) + promotedWeight * Math.min(promoted, mostUnits)
