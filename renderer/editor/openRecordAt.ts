/** The wish to see another record, at a section or block of it where one is known. */
export interface Place { sectionId?: string; blockId?: string }

export type OpenRecordAt = (recordId: string, place?: Place) => void

/** The place that a citation, or anything that names one, leads to. */
export const placeOf = ({ sectionId, blockId }: { sectionId?: string | undefined; blockId?: string | undefined }): Place =>
  ({ ...(sectionId !== undefined && { sectionId }), ...(blockId !== undefined && { blockId }) })
