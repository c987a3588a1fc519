/** `npm start`: sets up, then opens the app in Electron if its runtime is here, else in the browser through the local web host. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

// Told before anything is set up.
if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  /** @type {unknown} */
  const help = JSON.parse(readFileSync(new URL('../electron/web/usage.json', import.meta.url), 'utf8'))
  if (typeof help === 'object' && help && 'usage' in help && Array.isArray(help.usage)) console.log(help.usage.join('\n'))
  process.exit(0)
}

const { electronExecutable } = await import('./electron-executable.mjs')
const { ensureBuild, ensureDependencies, root } = await import('./set-up.mjs')

/** An Electron that ends this soon with an error never showed a window: a library of the system is missing, or its sandbox is refused. */
const tooSoonMs = 5000

/** @param {string} executable @returns {Promise<number | undefined>} its exit code, or undefined if it could not start */
const runElectron = (executable) => new Promise((resolve) => {
  const startedAt = Date.now()
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(executable, [root, ...process.argv.slice(2)], { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => { child.kill(signal) })
  child.on('error', () => { resolve(undefined) })
  child.on('close', (code, signal) => {
    const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM'
    resolve(failed && Date.now() - startedAt < tooSoonMs ? undefined : code ?? 0)
  })
})

/** @param {string} zh @param {string} en */
const runWebHost = async (zh, en) => {
  console.log(`${zh}，在浏览器中打开良方。要用桌面窗口：npm run desktop:install / ${en}: opening in the browser. For the desktop window: npm run desktop:install`)
  const entry = join(root, 'out/main/web.js')
  process.argv[1] = entry
  await import(pathToFileURL(entry).href)
}

await ensureDependencies('show')
await ensureBuild('show')

const executable = electronExecutable()
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
if (!executable) {
  await runWebHost('没有安装 Electron 运行时', 'Electron\'s runtime is not installed')
} else if (!hasDisplay) {
  await runWebHost('这里没有图形界面', 'There is no display here')
} else {
  const code = await runElectron(executable)
  if (code === undefined) await runWebHost('Electron 没能启动', 'Electron did not start')
  else process.exitCode = code
}
