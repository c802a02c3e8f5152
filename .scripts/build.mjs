import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['index.html', 'package-lock.json', 'public', 'src', 'vite.config.ts']
const results = ['dist/page/index.html', 'dist/node/main.js']

/** Builds the page and the node side, unless both are newer than every source. */
export async function ensureBuild() {
  if (upToDate()) return
  if (!(await run('vite build && vite build --ssr src/node/main.ts'))) process.exit(1)
}

/**
 * Runs the built command line in this process, so that a signal to us is a signal to it.
 *
 * @param {string[]} args
 */
export async function runBuilt(args) {
  const { main } = await import(new URL('../dist/node/main.js', import.meta.url).href)
  await main(args)
}

function upToDate() {
  return Math.min(...results.map(changed)) > Math.max(...sources.flatMap(entries).map(changed))
}

// The folders count too: deleting a file changes the date of its folder only.
/** @param {string} path */
function entries(path) {
  if (!statSync(root + path).isDirectory()) return [path]
  return [path, ...readdirSync(root + path, { recursive: true }).map((name) => `${path}/${name}`)]
}

/** @param {string} path */
function changed(path) {
  return statSync(root + path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
