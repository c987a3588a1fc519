/** Sees to it that the end-to-end tests have a browser and Chinese fonts, installing them only as root on Debian, after saying so. */
import { existsSync, readFileSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'
import { run } from './run.mjs'

const isRootOnDebian = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') &&
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

const hasChineseFont = async () => {
  const { code, output } = await run('fc-list', [':lang=zh', 'family'], { output: 'keep', timeoutMs: 30_000 })
  return code === 0 && output.trim() !== ''
}

/** @param {string[]} packages */
const aptInstall = async (packages) => {
  console.log(`The end-to-end tests need ${packages.join(' and ')}: installing with apt-get.`)
  const options = ['-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30', '-o', 'Acquire::https::Timeout=30']
  const settings = { timeoutMs: 15 * 60_000, env: { DEBIAN_FRONTEND: 'noninteractive' }, output: /** @type {const} */ ('keep') }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', [...options, ...args], settings)
    if (code === 0) continue
    console.log(`apt-get ${args[0] ?? ''} failed:\n${output.trimEnd()}`)
    return
  }
}

/** @returns {Promise<string | undefined>} the browser's path, if there is one now */
export const prepareBrowser = async () => {
  if (isRootOnDebian()) {
    const missing = [...(findBrowser() ? [] : ['chromium']), ...(await hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk'])]
    if (missing.length > 0) await aptInstall(missing)
  }
  const browser = findBrowser()
  if (!browser) {
    console.log('No browser for the end-to-end tests: they are skipped. Install Chrome, Edge or Chromium, or set LIANGFANG_BROWSER to its path.')
  }
  return browser
}
