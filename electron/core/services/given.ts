/** Partial changes as they come over the contract, where a field that was not given may be there as undefined. */
export type Given<T> = { [K in keyof T]?: T[K] | undefined }

/** The fields that were given: one that was not does not blank the one that is there. */
export const given = <T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
