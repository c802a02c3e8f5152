import { afterAll, describe } from 'vitest'
import { conformance } from '../server/conformance/index.fixture.ts'
import { closeSockets, overSocket } from './over-socket.fixture.ts'

describe('the authorization server over a socket', () => conformance(overSocket))

afterAll(closeSockets)
