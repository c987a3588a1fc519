/** Hands files to the programs of this machine, as a double click would. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import open from 'open'
import type { SystemOpener } from '../host/openFile'

/** Milliseconds: a starter that finds no program says so at once; one that runs longer has become the program, or waits for it. */
const longestStart = 3000

/** `program` opens all files where it is given, else the one that the system has for each. */
export const createSystemOpener = (program: string | undefined): SystemOpener => async (path) => {
  const starter = await open(path, program === undefined ? {} : { app: { name: program } })
  if (starter.exitCode === null) await Promise.race([once(starter, 'exit'), wait(longestStart, undefined, { ref: false })])
  if (starter.exitCode !== null && starter.exitCode !== 0) throw new Error(`ended with code ${starter.exitCode}`)
}
