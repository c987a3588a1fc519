/** The end-to-end tests: in the browser that this machine has, and in Electron where its runtime is. */
import { defineConfig } from '@playwright/test'
import { electronExecutable } from './scripts/electron-executable.mjs'
import { findBrowser } from './scripts/find-browser.mjs'

const browser = findBrowser()
const electron = electronExecutable()
const isRoot = process.getuid?.() === 0

// Only the process that lists the tests says it, not each worker.
if (!electron && process.env.TEST_WORKER_INDEX === undefined) console.error('desktop specs are left out: Electron\'s runtime is not installed (npm run desktop:install)')

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/output',
  // A web host, a browser and a fresh library each: two at once are as fast as two cores go.
  workers: 2,
  // Only what hangs runs out of time: a machine that is busy with other work must not fail a test.
  timeout: 900_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A dialog that is still growing may slip away between the press of a button and its release.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    {
      name: 'browser',
      testIgnore: '**/e2e/desktop/**',
      use: {
        launchOptions: {
          ...(browser ? { executablePath: browser } : {}),
          args: [
            // Chrome refuses its sandbox to root.
            ...(isRoot ? ['--no-sandbox'] : []),
            // Ports of the desktop's pages say when they are closed; browsers keep that behind a flag.
            '--enable-blink-features=MessagePortCloseEvent',
            '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
          ],
        },
      },
    },
    ...(electron ? [{ name: 'desktop', testMatch: '**/e2e/desktop/**/*.spec.ts' }] : []),
  ],
})
