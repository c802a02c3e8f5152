import type { Clock } from '../oauth/clock.ts'
import type { RandomBytes } from '../oauth/random.ts'
import type { Configuration } from './configuration.ts'
import type { Keys } from './keys.ts'
import type { Store } from './store.ts'

/** What every endpoint and check of one authorization server shares. */
export interface Server {
  readonly configuration: Configuration
  readonly store: Store
  readonly keys: Keys
  readonly clock: Clock
  readonly random: RandomBytes
}
