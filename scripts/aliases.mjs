/** The sub-path imports of our own folders, for Vite and Vitest; tsconfig.base.json has the same for the compiler. */
import { fileURLToPath } from 'node:url'

/** @param {string} folder */
const at = (folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url))

export const alias = { '#shared': at('shared'), '#core': at('electron/core'), '#renderer': at('renderer') }
