import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'
import { run } from './run.mjs'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/**
 * The Chromium to test with: the one that GLASSBOX_BROWSER names, Playwright's own, or the system's.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  if (process.env.GLASSBOX_BROWSER) return process.env.GLASSBOX_BROWSER
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = folders.flatMap((folder) => onPath.map((name) => join(folder, name)))
  return [chromium.executablePath(), ...places, ...elsewhere].find((path) => existsSync(path))
}

/** Installs a browser, unless there is one. */
export async function ensureBrowser() {
  if (findBrowser()) return
  // Debian's package first, where it can be had: unlike Playwright's download it brings its libraries along.
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await run('apt-get update -qq && apt-get install -qq --yes chromium', { seconds: 600 })
  }
  if (!findBrowser()) await run('playwright install --no-shell chromium', { seconds: 300 })
  if (!findBrowser()) {
    console.error('No Chromium could be found or installed. Install one, or name it in GLASSBOX_BROWSER.')
    process.exit(1)
  }
}

/** How Playwright starts it, for unit tests and journeys alike. */
export function launchOptions() {
  const executablePath = findBrowser()
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
