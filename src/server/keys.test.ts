import { describe, expect, it } from 'vitest'
import { createKeys } from './keys.ts'
import { createMemoryStore } from './memory-store.ts'

function keysOver(clock = () => 0) {
  const store = createMemoryStore({ clock })
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const options = { store, clock, random, lifetimes }
  return { store, keys: createKeys(options), others: createKeys(options) }
}

const lifetimes = {
  code: 60,
  accessToken: 300,
  idToken: 200,
  refreshToken: 86400,
  session: 28800,
  interaction: 600,
}

describe('the signing keys', () => {
  it('are made once, however many ask first, from two servers over one store', async () => {
    const { store, keys, others } = keysOver()
    const asked = await Promise.all([keys, others, keys, others].map((each) => each.signing('ES256')))
    expect(new Set(asked.map(({ kid }) => kid)).size).toBe(1)
    expect(await store.list('key')).toHaveLength(1)
  })
  it('sign with the newest after a rotation, also when two rotate at once', async () => {
    const { store, keys, others } = keysOver()
    const before = await keys.signing('ES256')
    await Promise.all([keys.rotate('ES256'), others.rotate('ES256')])
    const after = await others.signing('ES256')
    expect(after.kid).not.toBe(before.kid)
    const records = (await store.list('key')).map(([, { record }]) => record)
    expect(records.filter(({ retired_at }) => retired_at === undefined)).toHaveLength(1)
  })
  it('are published until the last thing that they signed has expired', async () => {
    let seconds = 0
    const { keys } = keysOver(() => seconds * 1000)
    const { kid } = await keys.signing('ES256')
    await keys.rotate('ES256')
    const published = async () => (await keys.jwks()).keys.map((key) => key.kid)
    seconds = 300
    expect(await published()).toContain(kid)
    seconds = 301
    expect(await published()).not.toContain(kid)
    expect(await published()).toHaveLength(2)
  })
  it('are told as the same object until they are others', async () => {
    const { keys } = keysOver()
    const told = await keys.jwks()
    expect(await keys.jwks()).toBe(told)
    await keys.rotate('ES256')
    expect(await keys.jwks()).not.toBe(told)
    expect((await keys.jwks()).keys).toHaveLength(3)
  })
  it('are forgotten once nothing that they signed can be met any more', async () => {
    let seconds = 0
    const { store, keys } = keysOver(() => seconds * 1000)
    const { kid } = await keys.signing('ES256')
    const kept = async () => (await store.list('key')).map(([id]) => id)
    await keys.rotate('ES256')
    seconds = 300
    await keys.rotate('ES256')
    expect(await kept()).toHaveLength(3)
    expect(await kept()).toContain(kid)
    seconds = 301
    await keys.rotate('ES256')
    expect(await kept()).toHaveLength(3)
    expect(await kept()).not.toContain(kid)
  })
  it('come back with the store, and are not told', async () => {
    const { store, keys } = keysOver()
    const { kid } = await keys.signing('ES256')
    const snapshot = JSON.parse(JSON.stringify(await store.snapshot()))
    const elsewhere = keysOver()
    await elsewhere.store.restore(snapshot)
    expect((await elsewhere.keys.signing('ES256')).kid).toBe(kid)
    expect(JSON.stringify(await elsewhere.keys.jwks())).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  })
})
