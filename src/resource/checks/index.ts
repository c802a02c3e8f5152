import type { Check } from '../../oauth/check.ts'
import type { Facts } from '../facts.ts'
import { accessTokenTyp } from './access-token-typ.ts'
import { allowedAlg } from './allowed-alg.ts'
import { alreadyValid } from './already-valid.ts'
import { audience } from './audience.ts'
import { introspectedActive } from './introspected-active.ts'
import { issEqual } from './iss-equal.ts'
import { issuerSignature } from './issuer-signature.ts'
import { jwtForm } from './jwt-form.ts'
import { noTokenInQuery } from './no-token-in-query.ts'
import { notExpired } from './not-expired.ts'
import { oneToken } from './one-token.ts'
import { scopeSufficient } from './scope-sufficient.ts'
import { tokenPresent } from './token-present.ts'

/** Is there a token, and can it be read (RFC 6750 2); is it good (RFC 9068 4). */
const tokenChecks = [
  oneToken,
  noTokenInQuery,
  tokenPresent,
  jwtForm,
  accessTokenTyp,
  allowedAlg,
  issuerSignature,
  issEqual,
  audience,
  notExpired,
  alreadyValid,
] as const

/** What the API checks before it answers, in order: the token, then what it allows. */
export const apiChecks = (introspects: boolean): readonly Check<Facts>[] => [
  ...tokenChecks,
  ...(introspects ? [introspectedActive] : []),
  scopeSufficient,
]
