import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The JavaScript that a route needs before it works, in KiB of gzip. */
const budgets = [
  { route: '/', entries: ['index.html', 'src/app/routes/home.tsx'], budget: 95 },
  { route: '/flows/…', entries: ['index.html', 'src/app/routes/flow.tsx'], budget: 140 },
]

/** What is loaded when it is opened, and so must be in no route's own JavaScript. */
const editor = 'request-editor'

const page = new URL('../dist/page/', import.meta.url)
/** @type {Record<string, { file: string, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', page), 'utf8'))

/** @type {string[]} */
const complaints = []

// Merged into another chunk it would be on no list: it must have a chunk of its own.
if (!Object.keys(manifest).some((name) => name.includes(editor)))
  complaints.push(`There is no chunk of ${editor}.`)

console.log('Initial JavaScript    KiB  budget')
for (const { route, entries, budget } of budgets) {
  const chunks = closure(entries)
  const files = ['theme.js', ...[...chunks].flatMap((name) => manifest[name]?.file ?? [])]
  const size = files.reduce((sum, file) => sum + gzipSize(file), 0) / 1024
  console.log(route.padEnd(18), size.toFixed(1).padStart(6), String(budget).padStart(7))

  for (const name of chunks) {
    if (!manifest[name]) complaints.push(`There is no chunk of ${name}.`)
    if (name.includes(editor)) complaints.push(`${route} loads ${name} at once.`)
  }
  if (size > budget) complaints.push(`${route} is ${(size - budget).toFixed(1)} KiB over its budget.`)
}

for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0

/**
 * Chunks, and all that they import at once.
 *
 * @param {string[]} entries
 */
function closure(entries) {
  const chunks = new Set(entries)
  for (const name of chunks) {
    for (const imported of manifest[name]?.imports ?? []) chunks.add(imported)
  }
  return chunks
}

/** @param {string} file */
function gzipSize(file) {
  return gzipSync(readFileSync(new URL(file, page)), { level: 9 }).length
}
