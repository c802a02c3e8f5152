import { decodeJwt } from '../../jwt/decode.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** Three parts of base64url, the first two JSON objects (RFC 7519 7.2). */
export const jwtForm = apiCheck({
  id: 'jwt-form',
  title: 'The token is a signed JWT',
  section: rfc(7519, '7.2'),
  needs: ['token'],
  judge: ({ token }) => {
    const jwt = decodeJwt(token)
    if (jwt) return pass({ jwt })
    const parts = token.split('.', 6).length
    return fail({
      error: 'invalid_token',
      description: 'The access token is not a JWT.',
      expected: 'header.payload.signature, each in base64url',
      received: parts === 3 ? `three parts that do not decode: ${shown(token)}` : shown(token),
      hint:
        parts === 3
          ? 'A character was lost or changed in the header or the payload. Copy the token again, from its first to its last character.'
          : 'This may be a code or a refresh token. This API takes the access_token of the token response.',
      parameter: 'Authorization',
    })
  },
})
