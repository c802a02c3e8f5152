import { expect, test } from 'vitest'
import { isAccessTokenType } from './access-token-type.ts'

test.each(['at+jwt', 'AT+JWT', 'application/at+jwt', 'Application/At+Jwt'])(
  '%j is an access token',
  (typ) => {
    expect(isAccessTokenType(typ)).toBe(true)
  },
)

test.each(['JWT', 'at', 'x-at+jwt', 'at+jwt ', 'application/', 'text/at+jwt', '', undefined, 7, ['at+jwt']])(
  '%j is none',
  (typ) => {
    expect(isAccessTokenType(typ)).toBe(false)
  },
)
