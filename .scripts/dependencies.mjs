import { readFileSync } from 'node:fs'
import { run } from './run.mjs'

const lock = new URL('../package-lock.json', import.meta.url)
const installed = new URL('../node_modules/.package-lock.json', import.meta.url)

/** Installs what the lock file asks for, unless it is there already. */
export async function ensureDependencies() {
  if (upToDate()) return
  // Said aloud: the npm that started us may have been told to be silent, and npm tells its children.
  if (!(await run('npm ci --loglevel=notice'))) process.exit(1)
}

// By content, not by date: a checkout gives every file a new date.
function upToDate() {
  const there = packages(installed)
  return Object.entries(packages(lock)).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

/**
 * @param {URL} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}
