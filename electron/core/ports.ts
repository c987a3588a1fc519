/** What a host gives the core. The core asks; it never finds out by itself where it runs. */
export interface Log {
  info(message: string, data?: Record<string, unknown>): void
  warn(message: string, data?: Record<string, unknown>): void
  error(message: string, data?: Record<string, unknown>): void
}

/** The folder below the settings in which copies of attachments lie that other programs open: a host opens nothing else. */
export const checkedOutFolder = 'checked-out'

export interface Ports {
  host: 'desktop' | 'web' | 'cli'
  version: string
  paths: {
    /** Settings of this machine and person. */
    config: string
    /** What can be made again: snapshots. */
    cache: string
    /** What comes with the app: the sample library. */
    resources: string
    /** What offline pages are made of: the built `out/offline`. */
    offline: string
    /** Where a new library is offered to be. */
    documents: string
  }
  /** Milliseconds since 1970. */
  now: () => number
  log: Log
  /** Built entries of worker threads. */
  workers: { documents: string; catalog: string; search: string; index: string }
}
