/** Bundles the stand-in, which Node is to load by itself, into a folder of its own. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const source = resolve(import.meta.dirname, '../stand-in')

const make = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-stand-in-'))
  process.once('exit', () => { rmSync(folder, { recursive: true, force: true }) })
  await build({
    configFile: false, logLevel: 'warn', ssr: { noExternal: true },
    build: {
      ssr: true, outDir: folder, target: 'node20.19', minify: false, emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(['electron', 'parentPort', 'register'].map((name) => [name, join(source, `${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return folder
}

let built: Promise<string> | undefined

/** The folder of the bundle, made once in this process. */
export const standInFolder = (): Promise<string> => built ??= make()
