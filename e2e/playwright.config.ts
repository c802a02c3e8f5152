import { defineConfig } from '@playwright/test'
import { launchOptions } from '../.scripts/browser.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: 'http://localhost:4400',
    launchOptions: launchOptions(),
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node .scripts/start.mjs',
    cwd: '..',
    url: 'http://localhost:4400',
    // GLASSBOX_REUSE=1 tests the page that is already being served.
    reuseExistingServer: Boolean(process.env.GLASSBOX_REUSE),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
