/** A log that says nothing. */
import type { Log } from '#core/ports'

export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
