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
  it('forgets what is gone behind a record whose life is prolonged again and again', async () => {
    const { time, store } = at(0)
    const session = () => ({ sub: 's', auth_time: 0, expires_at: time.seconds + 60 })
    await store.put('session', 'prolonged', session())
    await store.put('session', 'left', session())
    for (time.seconds = 0; time.seconds <= 2 * 3600; time.seconds += 60) {
      await store.put('session', 'prolonged', session())
    }
    expect(Object.keys((await store.snapshot()).session ?? {})).toEqual(['prolonged'])
  })
  it('lists what does not expire in the order in which it was first put', async () => {
    const { store } = at(0)
    for (const id of ['a', 'b', 'a']) await store.put('consent', id, { scope: 'openid' })
    expect((await store.list('consent')).map(([id]) => id)).toEqual(['a', 'b'])
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
