/** Makes a checkout ready to run: packages as the lock file says, and a build of the sources as they are. Needs no package itself. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string} path */
const at = (path) => join(root, path)

/** @typedef {'show' | 'stderr'} Output where messages and progress go; what is piped on must keep stdout clean */

/** @param {Output} output @param {string} line */
const say = (output, line) => { (output === 'stderr' ? console.error : console.log)(line) }

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** @param {string} path @returns {Record<string, LockedPackage> | undefined} */
const lockedPackages = (path) => {
  if (!existsSync(at(path))) return undefined
  const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(at(path), 'utf8')))
  return lock.packages
}

/** npm keeps what it installed in node_modules/.package-lock.json; packages for other platforms are optional and missing there. */
export const dependenciesAreCurrent = () => {
  const installed = lockedPackages('node_modules/.package-lock.json')
  if (!installed) return false
  return Object.entries(lockedPackages('package-lock.json') ?? {}).every(([path, { version, optional, link }]) =>
    path === '' || link || (optional && !installed[path]) || installed[path]?.version === version)
}

const installArguments = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', '--fetch-retries=1', '--fetch-timeout=60000']

/** Run by npm itself, its path is known; a plain `node scripts/start.mjs` finds it on the PATH. @param {Output} output */
const npm = (output) => {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...installArguments], { output, cwd: root, timeoutMs: 30 * 60_000 })
    : run('npm', installArguments, { output, cwd: root, timeoutMs: 30 * 60_000, shell: process.platform === 'win32' })
}

/** Installs the packages if they are missing or not those of the lock file. Ends the process if that fails. @param {Output} output */
export const ensureDependencies = async (output) => {
  if (dependenciesAreCurrent()) return
  say(output, '正在安装依赖包（只需一次，约一两分钟）… / Installing packages (once, a minute or two)…')
  const { code } = await npm(output)
  if (code === 0) return
  console.error('依赖包没有装好：请检查网络，或用 npm config set registry <地址> 换一个能访问的 npm 源，然后再试。')
  console.error('The packages were not installed: check the network, or choose a registry you can reach with npm config set registry <address>, and try again.')
  process.exit(1)
}

const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'scripts/aliases.mjs', 'scripts/offline-search.mjs', 'tsconfig.base.json']
const stamp = 'out/.sources'

/** @param {string} path @returns {string[]} */
const filesBelow = (path) => readdirSync(at(path), { withFileTypes: true }).flatMap((entry) => {
  const below = `${path}/${entry.name}`
  return entry.isDirectory() ? filesBelow(below) : [below]
})

/** The sources' contents, not their times: a checkout that goes back and forth needs no build, a clock that is wrong does no harm. */
const hashOfSources = () => {
  const hash = createHash('sha256')
  for (const source of sources) {
    const files = source.includes('.') ? [source] : filesBelow(source).filter((file) => !/\.test\.tsx?$/.test(file))
    for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(at(file))).update('\0')
  }
  return hash.digest('hex')
}

export const buildIsCurrent = () => existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === hashOfSources()

/** Builds everything into out/. @param {Output} output @returns {Promise<boolean>} whether it worked */
export const build = async (output) => {
  const hash = hashOfSources()
  rmSync(at(stamp), { force: true })
  for (const step of [[at('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], [at('scripts/offline-search.mjs')]]) {
    const { code, output: log } = await run(process.execPath, step, { output: 'keep', cwd: root })
    if (log.trim() !== '') say(output, log.trimEnd())
    if (code !== 0) return false
  }
  mkdirSync(at('out'), { recursive: true })
  writeFileSync(at(stamp), hash)
  return true
}

/** Builds if the sources are not those of the last build. Ends the process if that fails. @param {Output} output */
export const ensureBuild = async (output) => {
  if (buildIsCurrent()) return
  say(output, '正在构建… / Building…')
  if (await build(output)) return
  console.error('构建没有成功，原因见上。/ The build failed, see above.')
  process.exit(1)
}
