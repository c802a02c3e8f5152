import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** The API decides which algorithms are good enough; the token only says which one it used (RFC 8725 3.1). */
export const allowedAlgorithms = ['RS256', 'ES256'] as const

export const allowedAlg = apiCheck({
  id: 'allowed-alg',
  title: 'An algorithm that this API accepts',
  section: rfc(8725, '3.1'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const { alg } = jwt.header
    const allowed = allowedAlgorithms.find((name) => name === alg)
    if (allowed) return pass({ alg: allowed }, allowed)
    return fail({
      error: 'invalid_token',
      description: 'The access token is signed with an algorithm that is not accepted.',
      expected: allowedAlgorithms.join(' or '),
      received: `alg ${shown(alg)}`,
      hint:
        alg === 'none'
          ? 'none means unsigned: anybody could have written this token.'
          : 'The one who verifies chooses the algorithm. If the token could, it would choose one that its forger can satisfy.',
      parameter: 'Authorization',
    })
  },
})
