/** Where this machine keeps what is not in a library: the same folders for the desktop, the web host and the command line. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export interface StandardFolders {
  /** Settings of this machine and person. */
  config: string
  /** What can be made again, and uploads under way. */
  cache: string
  /** Where a new library is offered to be. */
  documents: string
}

/** Linux desktops name it in the user's language: XDG user directories, `XDG_DOCUMENTS_DIR="$HOME/文档"`. */
const xdgDocuments = (home: string, config: string): string => {
  try {
    const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(join(config, 'user-dirs.dirs'), 'utf8'))?.[1]
    return named ? named.replace('$HOME', home) : join(home, 'Documents')
  } catch {
    return join(home, 'Documents')
  }
}

/** `LIANGFANG_HOME` puts everything below one folder, for tests and for running from a stick. */
export const standardFolders = (environment: NodeJS.ProcessEnv = process.env): StandardFolders => {
  const own = environment.LIANGFANG_HOME
  if (own) return { config: join(own, 'config'), cache: join(own, 'cache'), documents: join(own, 'documents') }
  const home = homedir()
  switch (process.platform) {
    case 'win32': {
      const local = environment.LOCALAPPDATA || join(home, 'AppData', 'Local')
      return {
        config: join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'liangfang'),
        cache: join(local, 'liangfang', 'cache'),
        documents: join(home, 'Documents'),
      }
    }
    case 'darwin':
      return {
        config: join(home, 'Library', 'Application Support', 'liangfang'),
        cache: join(home, 'Library', 'Caches', 'liangfang'),
        documents: join(home, 'Documents'),
      }
    default: {
      const config = environment.XDG_CONFIG_HOME || join(home, '.config')
      const cache = environment.XDG_CACHE_HOME || join(home, '.cache')
      return { config: join(config, 'liangfang'), cache: join(cache, 'liangfang'), documents: xdgDocuments(home, config) }
    }
  }
}
