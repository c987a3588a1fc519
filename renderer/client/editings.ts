/** The editings of this page: what one of them saves is on the page already, and need not be read from the core again. */
const ours = new Set<string>()

export const noteEditing = (editing: string): void => { ours.add(editing) }

export const isOurEditing = (editing: string): boolean => ours.has(editing)
