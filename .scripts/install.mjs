import { ensureDependencies } from './dependencies.mjs'

await ensureDependencies()
// Only now: the browser is looked for with the help of a dependency.
const { ensureBrowser } = await import('./browser.mjs')
await ensureBrowser()
