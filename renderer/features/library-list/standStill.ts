/** Whether rows that were read again stand where those on screen stand: if they do, they can be shown under a pointer that is about to click. */

/** What a list shows: pages by their numbers, one that is not read yet undefined; its groups, if it has any. */
interface Places { read: readonly ({ rows: readonly { id: string }[] } | undefined)[]; total: number; groups: unknown }

/** A page that fills in moves nothing. */
export const standStill = (before: Places, after: Places): boolean =>
  before.total === after.total && JSON.stringify(before.groups) === JSON.stringify(after.groups) && before.read.every((page, index) => {
    const next = after.read[index]
    return page === undefined || next === undefined || (page.rows.length === next.rows.length && page.rows.every(({ id }, row) => id === next.rows[row]?.id))
  })
