/** Packs the built app as `npm run dist` does, around a stub of Electron's runtime, so that it needs no network. */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { run } from '../../../scripts/run.mjs'

const root = resolve(import.meta.dirname, '../../..')

/** Marks where a runtime keeps its fuses: after it come the version of the list, the number of fuses and each one's state. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseNames = [
  'runAsNode', 'cookieEncryption', 'nodeOptions', 'nodeCliInspect', 'asarIntegrity', 'onlyLoadAppFromAsar', 'browserSnapshot', 'fileProtocolPrivileges',
]

const makeRuntime = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'locales'))
  const fuses = Buffer.from([1, fuseNames.length, ...fuseNames.map(() => '0'.charCodeAt(0))])
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from(`#!/bin/sh\n# ${fuseMark}`), fuses, Buffer.from('\n')]))
  await chmod(join(folder, 'electron'), 0o755)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/zh-CN.pak', 'locales/en-US.pak']) await writeFile(join(folder, name), name)
}

export interface PackedApp {
  /** The folder that would be installed. */
  folder: string
  asar: string
  log: string
}

export const packApp = async (into: string): Promise<PackedApp> => {
  const runtime = join(into, 'runtime')
  const output = join(into, 'output')
  await makeRuntime(runtime)
  const { code, output: log } = await run(process.execPath, [
    join(root, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--x64', '--publish', 'never',
    `-c.electronDist=${runtime}`, `-c.directories.output=${output}`,
  ], { cwd: root, output: 'keep' })
  if (code !== 0) throw new Error(`electron-builder failed:\n${log}`)
  const folder = join(output, 'linux-unpacked')
  return { folder, asar: join(folder, 'resources/app.asar'), log }
}

/** The fuses that are on. */
export const fusesOf = (executable: Buffer): string[] => {
  const start = executable.indexOf(fuseMark) + fuseMark.length + 2
  return fuseNames.filter((_, index) => executable[start + index] === '1'.charCodeAt(0))
}
