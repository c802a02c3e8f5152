import type { Branch, SessionState } from './state.ts'

/** What is kept of a session for the tab's life. Its secrets are those of the built-in server: toys. */
export type Kept = Pick<SessionState, 'branches' | 'current' | 'offset'>

const version = 1
const prefix = 'glassbox:run:'
const nameOf = (key: string): string => prefix + key

/** False when the browser would not: storage is full, even without the runs with other options, or forbidden. */
export function remember(key: string, kept: Kept): boolean {
  const text = pack(kept)
  if (store(nameOf(key), text)) return true
  forgetOthers(key)
  if (store(nameOf(key), text)) return true
  forget(key)
  return false
}

function store(name: string, text: string): boolean {
  try {
    sessionStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}

function forgetOthers(key: string): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix))
    for (const name of names) if (name !== nameOf(key)) sessionStorage.removeItem(name)
  } catch {
    // A storage that may not be touched holds nothing either.
  }
}

export function recall(key: string): Kept | 'corrupt' | undefined {
  let text: string | null
  try {
    text = sessionStorage.getItem(nameOf(key))
  } catch {
    return undefined
  }
  if (text === null) return undefined
  try {
    return unpack(text)
  } catch {
    return 'corrupt'
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(nameOf(key))
  } catch {
    // A storage that may not be touched holds nothing either.
  }
}

/**
 * Every message keeps the server's memory of the moment before it, and most of that is as it was before the last one.
 * So each distinct part of a memory is written once, and a memory is a list of numbers.
 */
function pack({ branches, current, offset }: Kept): string {
  const parts: string[] = []
  const numbers = new Map<string, number>()
  const number = (part: unknown): number => {
    const text = JSON.stringify(part)
    const known = numbers.get(text) ?? parts.push(text) - 1
    numbers.set(text, known)
    return known
  }
  const packed = mapMemories(branches, (memory) => mapValues(memory, number))
  return JSON.stringify({ version, parts, branches: packed, current, offset })
}

function unpack(text: string): Kept | 'corrupt' {
  const kept = JSON.parse(text)
  if (kept.version !== version || !kept.branches[kept.current] || !Number.isFinite(kept.offset))
    return 'corrupt'
  const parts = (kept.parts as string[]).map((part) => JSON.parse(part))
  const branches = mapMemories(kept.branches, (memory) =>
    mapValues(memory, (number) => partAt(parts, Number(number))),
  )
  return { branches, current: kept.current, offset: kept.offset }
}

function partAt(parts: readonly unknown[], number: number): unknown {
  if (!(number in parts)) throw new RangeError(`There is no part ${number}.`)
  return parts[number]
}

const mapMemories = (branches: readonly Branch[], change: (memory: unknown) => unknown): Branch[] =>
  branches.map(({ run, snapshot, ...rest }) => ({
    ...rest,
    run: { ...run, entries: run.entries.map((entry) => ({ ...entry, before: change(entry.before) })) },
    snapshot: change(snapshot),
  }))

const mapValues = (memory: unknown, change: (value: unknown) => unknown): unknown =>
  Object.fromEntries(Object.entries(memory as object).map(([name, value]) => [name, change(value)]))
