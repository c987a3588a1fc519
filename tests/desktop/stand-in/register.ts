/** Loaded before the built main: there, `electron` is the stand-in. */
import { register } from 'node:module'

const resolveElectron = `
  export const resolve = (specifier, context, next) =>
    specifier === 'electron' ? { url: ${JSON.stringify(new URL('electron.js', import.meta.url).href)}, format: 'module', shortCircuit: true } : next(specifier, context)
`

register(`data:text/javascript,${encodeURIComponent(resolveElectron)}`)
