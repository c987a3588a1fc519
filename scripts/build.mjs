/** `npm run build`: builds into out/ unless what is there was made from these very sources; the other scripts go through it first. */
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '构建', en: 'Building' })

const { ensureBuild, ensureDependencies } = await import('./set-up.mjs')

await ensureDependencies('show')
await ensureBuild('show')
