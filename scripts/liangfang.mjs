#!/usr/bin/env node
/** The `liangfang` command in a checkout: sets up if need be, saying so on stderr alone, then runs the built command line. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

const { ensureBuild, ensureDependencies, root } = await import('./set-up.mjs')

await ensureDependencies('stderr')
await ensureBuild('stderr')
await import(pathToFileURL(join(root, 'out/main/cli.js')).href)
