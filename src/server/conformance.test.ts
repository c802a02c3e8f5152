import { describe } from 'vitest'
import { inProcess } from './conformance/in-process.fixture.ts'
import { conformance } from './conformance/index.fixture.ts'

describe('the authorization server as a function', () => conformance(inProcess))
