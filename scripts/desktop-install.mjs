/** `npm run desktop:install`: fetches Electron's runtime, bounded in time. ELECTRON_MIRROR names another source. */
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode('22.12', { zh: '下载桌面运行时', en: 'Fetching the desktop runtime' })

const { electronExecutable } = await import('./electron-executable.mjs')
const { run } = await import('./run.mjs')
const { ensureDependencies, root } = await import('./set-up.mjs')

const limitMinutes = 15

await ensureDependencies('show')
if (electronExecutable()) {
  console.log('桌面运行时已经装好。/ The desktop runtime is already installed.')
} else {
  console.log('正在下载桌面运行时（约 110 MB）… / Fetching the desktop runtime (about 110 MB)…')
  const { timedOut } = await run(process.execPath, [join(root, 'node_modules/electron/install.js')], { cwd: root, timeoutMs: limitMinutes * 60_000 })
  if (electronExecutable()) {
    console.log('装好了：现在 npm start 会打开桌面窗口。/ Installed: npm start now opens the desktop window.')
  } else {
    console.error(timedOut ? `${limitMinutes} 分钟内没有下载完。/ Not finished within ${limitMinutes} minutes.` : '没有下载成功。/ The download failed.')
    console.error('公司网络常会拦截：可设环境变量 ELECTRON_MIRROR 指向能访问的镜像再试；不装也能用，npm start 会在浏览器中打开。')
    console.error('Company networks often block it: set ELECTRON_MIRROR to a mirror you can reach and try again. The app works without it: npm start opens it in the browser.')
    process.exitCode = 1
  }
}
