import { describe, expect, it } from 'vitest'
import { createMemoryStore } from './memory-store.ts'

const code = (expires_at: number) => ({ authorization: 'a', client_id: 'c', issued_at: 0, expires_at })

function at(seconds: number) {
  const time = { seconds }
  return { time, store: createMemoryStore({ clock: () => time.seconds * 1000 }) }
}

describe('the memory store', () => {
  it('gives a record to exactly one of all who take it', async () => {
    const { store } = at(0)
    await store.put('code', 'x', code(60))
    const taken = await Promise.all(Array.from({ length: 100 }, () => store.take('code', 'x')))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await store.get('code', 'x')).toEqual({ record: code(60), taken: true })
    expect(await store.take('code', 'y')).toBe(false)
  })
  it('never gives back by putting what was taken', async () => {
    const { store } = at(0)
    await store.put('code', 'x', code(60))
    await store.take('code', 'x')
    await store.put('code', 'x', code(120))
    expect(await store.get('code', 'x')).toEqual({ record: code(120), taken: true })
  })
  it('remembers for a day after expiry, then forgets', async () => {
    const { time, store } = at(0)
    await store.put('code', 'x', code(60))
    time.seconds = 60 + 24 * 3600
    expect(await store.get('code', 'x')).toBeDefined()
    time.seconds += 1
    expect(await store.get('code', 'x')).toBeUndefined()
    expect(await store.list('code')).toEqual([])
    await store.put('code', 'y', code(time.seconds + 60))
    expect(Object.keys((await store.snapshot()).code ?? {})).toEqual(['y'])
  })
  it('is put back to what it was, through JSON too', async () => {
    const { store } = at(0)
    await store.put('code', 'x', code(60))
    const before = await store.snapshot()
    const text = JSON.stringify(before)
    await store.take('code', 'x')
    await store.put('consent', 'c s', { scope: 'openid' })
    await store.delete('code', 'x')
    expect(JSON.stringify(before)).toBe(text)
    await store.restore(JSON.parse(text))
    expect(await store.get('code', 'x')).toEqual({ record: code(60), taken: false })
    expect(await store.get('consent', 'c s')).toBeUndefined()
  })
  it('has no record under a name that every object has', async () => {
    const { store } = at(0)
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(await store.get('code', id)).toBeUndefined()
      expect(await store.take('code', id)).toBe(false)
      await store.delete('code', id)
    }
    await store.put('code', '__proto__', code(60))
    expect(await store.take('code', '__proto__')).toBe(true)
    expect(await store.get('code', 'authorization')).toBeUndefined()
  })
})
